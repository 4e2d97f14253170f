-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the body of a function or a procedure

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the body of a function or a procedure

-- in a schema, with another comment
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the body of a function or a procedure

-- without its comment
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the body of a function or a procedure

-- a procedure
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the body of a function or a procedure
