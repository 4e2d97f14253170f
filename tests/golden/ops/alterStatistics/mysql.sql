-- plain
-- OPERATION_UNSUPPORTED: mysql cannot set how much is collected for statistics of columns

-- as the server is set
-- OPERATION_UNSUPPORTED: mysql cannot set how much is collected for statistics of columns

-- in a schema
-- OPERATION_UNSUPPORTED: mysql cannot set how much is collected for statistics of columns
