-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot create a trigger

-- or replace, for each row, under a condition
-- OPERATION_UNSUPPORTED: sqlite cannot create a trigger

-- names that need quotes, arguments, a comment
-- OPERATION_UNSUPPORTED: sqlite cannot create a trigger

-- old and new rows of a statement
-- OPERATION_UNSUPPORTED: sqlite cannot create a trigger

-- a constraint trigger
-- OPERATION_UNSUPPORTED: sqlite cannot create a trigger

-- a constraint trigger that does not wait
-- OPERATION_UNSUPPORTED: sqlite cannot create a trigger
