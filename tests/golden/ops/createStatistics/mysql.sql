-- plain
-- OPERATION_UNSUPPORTED: mysql cannot let the server keep statistics of columns that depend on each other

-- of one kind
-- OPERATION_UNSUPPORTED: mysql cannot let the server keep statistics of columns that depend on each other

-- in a schema, if not exists
-- OPERATION_UNSUPPORTED: mysql cannot let the server keep statistics of columns that depend on each other

-- of an expression
-- OPERATION_UNSUPPORTED: mysql cannot let the server keep statistics of columns that depend on each other

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot let the server keep statistics of columns that depend on each other
