-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot check the rows that were there when a constraint was added

-- in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot check the rows that were there when a constraint was added

-- with its kind
-- OPERATION_UNSUPPORTED: sqlite cannot check the rows that were there when a constraint was added
