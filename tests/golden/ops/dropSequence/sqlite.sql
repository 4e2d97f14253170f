-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a sequence

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a sequence

-- in a schema, if exists, with defaults
-- OPERATION_UNSUPPORTED: sqlite cannot drop a sequence
