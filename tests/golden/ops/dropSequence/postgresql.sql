-- plain
DROP SEQUENCE invoice_number;

-- told what it was
DROP SEQUENCE app.invoice_number;

-- in a schema, if exists, with defaults
DROP SEQUENCE IF EXISTS "my app"."Number" CASCADE;
