-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot give a table, a type, a schema or another object to another role

-- in a schema, if exists, names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot give a table, a type, a schema or another object to another role

-- of each type
-- OPERATION_UNSUPPORTED: sqlite cannot give a table, a type, a schema or another object to another role

-- to a role by a key word or a parameter
-- OPERATION_UNSUPPORTED: sqlite cannot give a table, a type, a schema or another object to another role

-- if exists, where PostgreSQL has no word for it
-- OPERATION_UNSUPPORTED: sqlite cannot give a table, a type, a schema or another object to another role
