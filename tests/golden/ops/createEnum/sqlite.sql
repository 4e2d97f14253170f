-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot create an enum type

-- in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot create an enum type

-- names and labels that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot create an enum type

-- if not exists
-- OPERATION_UNSUPPORTED: sqlite cannot create an enum type

-- if not exists, in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot create an enum type
