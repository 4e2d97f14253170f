-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a materialized view

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: sqlite cannot drop a materialized view

-- cascade
-- OPERATION_UNSUPPORTED: sqlite cannot drop a materialized view

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a materialized view
