-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a policy

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: sqlite cannot drop a policy

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a policy
