-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot rename a constraint of a table

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot rename a constraint of a table

-- if the table exists
-- OPERATION_UNSUPPORTED: sqlite cannot rename a constraint of a table
