-- plain
-- OPERATION_UNSUPPORTED: mysql cannot let no two rows of a table meet

-- named by the server, in a schema
-- OPERATION_UNSUPPORTED: mysql cannot let no two rows of a table meet

-- with every option
-- OPERATION_UNSUPPORTED: mysql cannot let no two rows of a table meet

-- not deferrable
-- OPERATION_UNSUPPORTED: mysql cannot let no two rows of a table meet
