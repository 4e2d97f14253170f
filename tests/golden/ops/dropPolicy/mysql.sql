-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a policy

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop a policy

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a policy
