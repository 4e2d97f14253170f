-- plain
-- OPERATION_UNSUPPORTED: mysql cannot show all rows of a table, whatever policies it has

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot show all rows of a table, whatever policies it has
