-- a grant
-- OPERATION_UNSUPPORTED: sqlite cannot set the privileges on objects that are created from now on

-- a grant with everything
-- OPERATION_UNSUPPORTED: sqlite cannot set the privileges on objects that are created from now on

-- a revocation
-- OPERATION_UNSUPPORTED: sqlite cannot set the privileges on objects that are created from now on

-- a revocation of all, told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot set the privileges on objects that are created from now on

-- of every kind of object
-- OPERATION_UNSUPPORTED: sqlite cannot set the privileges on objects that are created from now on
