-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot rename an index

-- in a schema, if exists, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot rename an index
