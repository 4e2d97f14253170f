-- plain
-- OPERATION_UNSUPPORTED: mysql cannot have policies decide which rows of a table are there

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot have policies decide which rows of a table are there
