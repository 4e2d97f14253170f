-- plain
-- OPERATION_UNSUPPORTED: mysql cannot have the policies of a table hold for its owner, too

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot have the policies of a table hold for its owner, too
