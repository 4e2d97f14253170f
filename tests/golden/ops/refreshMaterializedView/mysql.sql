-- plain
-- OPERATION_UNSUPPORTED: mysql cannot fill a materialized view anew

-- in a schema, concurrently
-- OPERATION_UNSUPPORTED: mysql cannot fill a materialized view anew

-- without its rows
-- OPERATION_UNSUPPORTED: mysql cannot fill a materialized view anew
