-- plain
-- OPERATION_UNSUPPORTED: mysql cannot let a trigger run again

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot let a trigger run again
