-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot spare the owner of a table its policies

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot spare the owner of a table its policies
