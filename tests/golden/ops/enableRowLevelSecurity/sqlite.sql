-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot have policies decide which rows of a table are there

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot have policies decide which rows of a table are there
