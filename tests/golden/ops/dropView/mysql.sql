-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a view

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop a view

-- cascade
-- OPERATION_UNSUPPORTED: mysql cannot drop a view

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a view
