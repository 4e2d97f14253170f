-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot rename a schema

-- names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot rename a schema
