-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot let a trigger run again

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot let a trigger run again
