-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a materialized view

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop a materialized view

-- cascade
-- OPERATION_UNSUPPORTED: mysql cannot drop a materialized view

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a materialized view
