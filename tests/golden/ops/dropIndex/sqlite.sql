-- plain
DROP INDEX ix_user_email;

-- in a schema, if exists
DROP INDEX IF EXISTS app."Ix";

-- concurrently
DROP INDEX ix;

-- concurrently, if exists
DROP INDEX IF EXISTS ix;
