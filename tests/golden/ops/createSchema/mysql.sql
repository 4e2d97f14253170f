-- plain
-- OPERATION_UNSUPPORTED: mysql cannot create a schema

-- if not exists
-- OPERATION_UNSUPPORTED: mysql cannot create a schema

-- of another role, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot create a schema

-- of the role that runs the script
-- OPERATION_UNSUPPORTED: mysql cannot create a schema

-- of a role that is a parameter
-- OPERATION_UNSUPPORTED: mysql cannot create a schema
