-- plain
CREATE MATERIALIZED VIEW total AS
SELECT count(*) FROM account;

-- without its rows
CREATE MATERIALIZED VIEW total AS
SELECT 1 -- one
WITH NO DATA;

-- if not exists
CREATE MATERIALIZED VIEW IF NOT EXISTS total AS
SELECT 1;

-- with everything
CREATE MATERIALIZED VIEW IF NOT EXISTS "My App"."Total ""sum""" ("select") USING heap WITH (fillfactor = 70, toast.autovacuum_enabled = false) TABLESPACE "Fast" AS
SELECT count(*) FROM account
WITH NO DATA;
COMMENT ON MATERIALIZED VIEW "My App"."Total ""sum""" IS 'it''s slow';
