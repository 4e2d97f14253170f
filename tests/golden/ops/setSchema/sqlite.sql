-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot move a table, a type, a function or another object to another schema

-- in a schema, if exists, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot move a table, a type, a function or another object to another schema

-- of each type
-- OPERATION_UNSUPPORTED: sqlite cannot move a table, a type, a function or another object to another schema

-- if exists, where PostgreSQL has no word for it
-- OPERATION_UNSUPPORTED: sqlite cannot move a table, a type, a function or another object to another schema
