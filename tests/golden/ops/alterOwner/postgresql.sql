-- plain
ALTER TABLE message OWNER TO analyst;

-- in a schema, if exists, names that need quotes
ALTER TABLE IF EXISTS "my app"."Order" OWNER TO "user";

-- of each type
ALTER FOREIGN TABLE a OWNER TO keeper;
ALTER VIEW a OWNER TO keeper;
ALTER MATERIALIZED VIEW a OWNER TO keeper;
ALTER SEQUENCE a OWNER TO keeper;
ALTER TYPE a OWNER TO keeper;
ALTER DOMAIN a OWNER TO keeper;
ALTER FUNCTION a() OWNER TO keeper;
ALTER PROCEDURE a(integer, text[]) OWNER TO keeper;
ALTER ROUTINE a OWNER TO keeper;
ALTER SCHEMA a OWNER TO keeper;

-- to a role by a key word or a parameter
ALTER TABLE message OWNER TO CURRENT_USER;
ALTER TABLE message OWNER TO :owner;

-- if exists, where PostgreSQL has no word for it
-- OPERATION_UNSUPPORTED: postgresql cannot alter a schema only if it exists (leave ifExists out)
