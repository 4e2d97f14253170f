-- plain
-- OPERATION_UNSUPPORTED: mysql cannot make roles members of others

-- several
-- OPERATION_UNSUPPORTED: mysql cannot make roles members of others

-- with the admin option
-- OPERATION_UNSUPPORTED: mysql cannot make roles members of others

-- the admin option alone
-- OPERATION_UNSUPPORTED: mysql cannot make roles members of others

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot make roles members of others

-- with what is the default
-- OPERATION_UNSUPPORTED: mysql cannot make roles members of others
