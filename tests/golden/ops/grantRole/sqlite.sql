-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot make roles members of others

-- several
-- OPERATION_UNSUPPORTED: sqlite cannot make roles members of others

-- with the admin option
-- OPERATION_UNSUPPORTED: sqlite cannot make roles members of others

-- the admin option alone
-- OPERATION_UNSUPPORTED: sqlite cannot make roles members of others

-- with everything
-- OPERATION_UNSUPPORTED: sqlite cannot make roles members of others

-- with what is the default
-- OPERATION_UNSUPPORTED: sqlite cannot make roles members of others
