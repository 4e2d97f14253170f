-- plain
DROP TYPE order_state;

-- told what it was
DROP TYPE order_state;

-- in a schema, if exists
DROP TYPE IF EXISTS app."Order";
