-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot rename a column

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot rename a column

-- if the table exists
-- OPERATION_UNSUPPORTED: sqlite cannot rename a column
