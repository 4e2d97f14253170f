-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of a table

-- in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of a table

-- empty
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of a table
