-- by its name alone
-- OPERATION_UNSUPPORTED: mysql cannot drop a function or a procedure

-- without arguments
-- OPERATION_UNSUPPORTED: mysql cannot drop a function or a procedure

-- in a schema, if exists, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot drop a function or a procedure

-- a procedure, cascade
-- OPERATION_UNSUPPORTED: mysql cannot drop a function or a procedure

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a function or a procedure

-- told what procedure it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a function or a procedure
