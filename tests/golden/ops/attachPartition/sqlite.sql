-- range
-- OPERATION_UNSUPPORTED: sqlite cannot make a table a partition of a partitioned table

-- list
-- OPERATION_UNSUPPORTED: sqlite cannot make a table a partition of a partitioned table

-- hash
-- OPERATION_UNSUPPORTED: sqlite cannot make a table a partition of a partitioned table

-- default
-- OPERATION_UNSUPPORTED: sqlite cannot make a table a partition of a partitioned table

-- in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot make a table a partition of a partitioned table

-- in another schema than the parent
-- OPERATION_UNSUPPORTED: sqlite cannot make a table a partition of a partitioned table
