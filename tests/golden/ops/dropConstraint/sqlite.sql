-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)

-- in a schema, if exists, the kind given
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)

-- online
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
