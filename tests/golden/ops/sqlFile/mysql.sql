-- several statements
-- OPERATION_UNSUPPORTED: mysql cannot run a statement with semicolons inside from a script (write a body of one statement, without BEGIN and END, or create the program with another tool)

-- outside a transaction
DROP FUNCTION from_file();

-- no statement
-- SQL_INVALID: nothing.sql holds no statement (leave the call out, or write the statement it is for)
