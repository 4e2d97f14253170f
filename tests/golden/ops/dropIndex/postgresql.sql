-- plain
DROP INDEX ix_user_email;

-- told what it was
DROP INDEX ix;

-- in a schema, if exists
DROP INDEX IF EXISTS app."Ix";

-- concurrently
DROP INDEX CONCURRENTLY ix; -- outside a transaction

-- concurrently, if exists
DROP INDEX CONCURRENTLY IF EXISTS ix; -- outside a transaction

-- online
DROP INDEX CONCURRENTLY ix; -- outside a transaction
