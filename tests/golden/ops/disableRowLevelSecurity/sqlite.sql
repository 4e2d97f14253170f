-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot show all rows of a table, whatever policies it has

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot show all rows of a table, whatever policies it has
