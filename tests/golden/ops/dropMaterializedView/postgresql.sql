-- plain
DROP MATERIALIZED VIEW total;

-- in a schema, if exists
DROP MATERIALIZED VIEW IF EXISTS app."Total";

-- cascade
DROP MATERIALIZED VIEW total CASCADE;

-- told what it was
DROP MATERIALIZED VIEW total;
