-- plain
DROP TYPE order_state;

-- in a schema, if exists
DROP TYPE IF EXISTS app."Order";
