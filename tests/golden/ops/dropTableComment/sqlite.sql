-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot remove the comment of a table

-- in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot remove the comment of a table
