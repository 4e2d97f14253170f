-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a sequence

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a sequence

-- in a schema, if exists, with defaults
-- OPERATION_UNSUPPORTED: mysql cannot drop a sequence
