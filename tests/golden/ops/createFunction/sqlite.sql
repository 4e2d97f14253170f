-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- arguments of all kinds
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- returns one of each
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- with every attribute
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- a body with quotes of all kinds in it
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- a body that ends like its quotes
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- a body with values and names
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- a default that is a parameter
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- an SQL body
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- an SQL body of several statements
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- a procedure
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure

-- a collation in a type
-- OPERATION_UNSUPPORTED: sqlite cannot create a function or a procedure
