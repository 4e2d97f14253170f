-- plain
-- OPERATION_UNSUPPORTED: mysql cannot rename a constraint of a table

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot rename a constraint of a table

-- if the table exists
-- OPERATION_UNSUPPORTED: mysql cannot rename a constraint of a table
