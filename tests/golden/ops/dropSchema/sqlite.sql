-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a schema

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a schema

-- if exists, with all in it
-- OPERATION_UNSUPPORTED: sqlite cannot drop a schema
