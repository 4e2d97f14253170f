-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot rename a label of an enum type

-- names and labels that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot rename a label of an enum type
