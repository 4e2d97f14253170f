-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot switch the policies of a table off

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot switch the policies of a table off
