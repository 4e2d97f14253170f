-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop an enum type

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop an enum type

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: sqlite cannot drop an enum type
