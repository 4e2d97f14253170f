-- one privilege
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- several, on tables of a schema, from several roles
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- all there are
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- told what they had
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- told what they had, with the grant option
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- on columns
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- on a function
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- the grant option alone
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles

-- with everything
-- OPERATION_UNSUPPORTED: sqlite cannot revoke privileges on objects from roles
