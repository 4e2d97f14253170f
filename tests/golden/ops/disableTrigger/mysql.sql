-- plain
-- OPERATION_UNSUPPORTED: mysql cannot keep a trigger from running

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot keep a trigger from running
