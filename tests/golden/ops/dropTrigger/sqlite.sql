-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a trigger

-- in a schema, if exists, cascade
-- OPERATION_UNSUPPORTED: sqlite cannot drop a trigger

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a trigger
