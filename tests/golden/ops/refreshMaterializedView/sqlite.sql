-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot fill a materialized view anew

-- in a schema, concurrently
-- OPERATION_UNSUPPORTED: sqlite cannot fill a materialized view anew

-- without its rows
-- OPERATION_UNSUPPORTED: sqlite cannot fill a materialized view anew
