-- plain
-- OPERATION_UNSUPPORTED: mysql cannot switch the policies of a table off

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot switch the policies of a table off
