-- plain
-- OPERATION_UNSUPPORTED: mysql cannot switch the policies of a table on

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot switch the policies of a table on
