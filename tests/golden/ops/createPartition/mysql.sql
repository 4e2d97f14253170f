-- range
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- range of several columns, open at both ends
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- list
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- list of one
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- hash
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- default
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- in a schema, if not exists
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- in another schema than the parent
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot create a partition of a partitioned table
