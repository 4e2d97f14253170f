-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a trigger

-- in a schema, if exists, cascade
-- OPERATION_UNSUPPORTED: mysql cannot drop a trigger

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a trigger
