-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot add a unique constraint to a table (a unique index says the same: createIndex(…, { unique: true }))

-- named by the server, in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot add a unique constraint to a table (a unique index says the same: createIndex(…, { unique: true }))

-- with every option
-- OPERATION_UNSUPPORTED: sqlite cannot add a unique constraint to a table (a unique index says the same: createIndex(…, { unique: true }))

-- online
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
