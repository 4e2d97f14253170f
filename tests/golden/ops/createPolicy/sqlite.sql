-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot create a policy on the rows of a table

-- without a condition
-- OPERATION_UNSUPPORTED: sqlite cannot create a policy on the rows of a table

-- in a schema, names that need quotes, roles of all kinds
-- OPERATION_UNSUPPORTED: sqlite cannot create a policy on the rows of a table

-- of rows that are written
-- OPERATION_UNSUPPORTED: sqlite cannot create a policy on the rows of a table

-- with everything
-- OPERATION_UNSUPPORTED: sqlite cannot create a policy on the rows of a table

-- permissive, of all commands
-- OPERATION_UNSUPPORTED: sqlite cannot create a policy on the rows of a table
