-- plain
-- OPERATION_UNSUPPORTED: mysql cannot rename an index

-- in a schema, if exists, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot rename an index
