-- of a view in a schema
COMMENT ON VIEW "My App"."Seen" IS 'what''s new';

-- taken away
COMMENT ON SEQUENCE numbers IS NULL;

-- of a function
COMMENT ON FUNCTION app.total(integer, text[]) IS 'x';

-- of a function that is the only one
COMMENT ON FUNCTION total IS 'x';

-- of a constraint
COMMENT ON CONSTRAINT "Ck" ON app."user" IS 'x';

-- of a constraint of a domain
COMMENT ON CONSTRAINT adult ON DOMAIN app.age IS 'x';

-- of every other kind
COMMENT ON DOMAIN app.age IS 'x';
COMMENT ON EXTENSION pg_trgm IS 'x';
COMMENT ON INDEX ix IS 'x';
COMMENT ON MATERIALIZED VIEW totals IS 'x';
COMMENT ON POLICY own ON "user" IS 'x';
COMMENT ON PROCEDURE close() IS 'x';
COMMENT ON ROUTINE close IS 'x';
COMMENT ON SCHEMA "My App" IS 'x';
COMMENT ON STATISTICS st IS 'x';
COMMENT ON TRIGGER "Touch" ON "user" IS 'x';
COMMENT ON TYPE state IS 'x';
