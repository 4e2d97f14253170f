-- plain
REFRESH MATERIALIZED VIEW total;

-- in a schema, concurrently
REFRESH MATERIALIZED VIEW CONCURRENTLY app."Total";

-- without its rows
REFRESH MATERIALIZED VIEW total WITH NO DATA;
