-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot add a primary key to a table (create the table with it)

-- named by the server, in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot add a primary key to a table (create the table with it)

-- with every option
-- OPERATION_UNSUPPORTED: sqlite cannot add a primary key to a table (create the table with it)

-- not deferrable
-- OPERATION_UNSUPPORTED: sqlite cannot add a primary key to a table (create the table with it)

-- told which columns took NULL
-- OPERATION_UNSUPPORTED: sqlite cannot add a primary key to a table (create the table with it)
