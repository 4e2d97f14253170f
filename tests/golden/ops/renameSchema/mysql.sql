-- plain
-- OPERATION_UNSUPPORTED: mysql cannot rename a schema

-- names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot rename a schema
