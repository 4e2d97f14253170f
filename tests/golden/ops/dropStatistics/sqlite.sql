-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop statistics of columns

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop statistics of columns

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: sqlite cannot drop statistics of columns
