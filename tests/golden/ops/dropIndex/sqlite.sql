-- plain
DROP INDEX ix_user_email;

-- told what it was
DROP INDEX ix;

-- in a schema, if exists
DROP INDEX IF EXISTS app."Ix";

-- concurrently
DROP INDEX ix;

-- concurrently, if exists
DROP INDEX IF EXISTS ix;

-- online
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
