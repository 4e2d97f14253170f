-- named
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- named by the server
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- in a schema, not valid
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- that children do not inherit
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- that need not wait
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- that could wait
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- that waits
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- with a comment at the end
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)

-- online
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
