-- plain
-- OPERATION_UNSUPPORTED: mysql cannot make a partition a table of its own

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot make a partition a table of its own

-- in a schema
-- OPERATION_UNSUPPORTED: mysql cannot make a partition a table of its own

-- in another schema than the parent
-- OPERATION_UNSUPPORTED: mysql cannot make a partition a table of its own

-- concurrently
-- OPERATION_UNSUPPORTED: mysql cannot make a partition a table of its own

-- what was begun concurrently
-- OPERATION_UNSUPPORTED: mysql cannot make a partition a table of its own
