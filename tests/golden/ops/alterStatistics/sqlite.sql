-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot set how much is collected for statistics of columns

-- as the server is set
-- OPERATION_UNSUPPORTED: sqlite cannot set how much is collected for statistics of columns

-- in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot set how much is collected for statistics of columns
