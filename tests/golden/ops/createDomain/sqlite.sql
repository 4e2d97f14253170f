-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain

-- with conditions
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain

-- names that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain

-- of a type that is created before
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain

-- with a default that is an expression, or JSON
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain

-- with a check that is not valid
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain

-- with a check that is not inherited
-- OPERATION_UNSUPPORTED: sqlite cannot create a domain
