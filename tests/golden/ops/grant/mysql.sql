-- one privilege
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- several, on several tables of a schema, to several roles
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- all there are
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on columns
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- all there are, on columns
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- the grant option alone
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- to keywords and parameters
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- granted by a role
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on a sequence
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on schemas
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on a database
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on types and domains
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on functions
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles

-- on all that a schema holds
-- OPERATION_UNSUPPORTED: mysql cannot grant privileges on objects to roles
