-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot keep a trigger from running

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot keep a trigger from running
