-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop an enum type

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop an enum type

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop an enum type
