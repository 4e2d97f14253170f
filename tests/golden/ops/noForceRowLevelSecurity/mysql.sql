-- plain
-- OPERATION_UNSUPPORTED: mysql cannot spare the owner of a table its policies

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot spare the owner of a table its policies
