-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- named by the server, between schemas
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- with every option
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- restricting, simple
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- setting some of its columns
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- of the table itself
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- partial, which no server has
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- deferred
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)

-- online
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online without a name
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
