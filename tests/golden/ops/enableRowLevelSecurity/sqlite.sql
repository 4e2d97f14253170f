-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot switch the policies of a table on

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot switch the policies of a table on
