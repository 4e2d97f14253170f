-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a schema

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a schema

-- if exists, with all in it
-- OPERATION_UNSUPPORTED: mysql cannot drop a schema
