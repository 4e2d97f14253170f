-- of a view in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object

-- taken away
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object

-- of a function
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object

-- of a function that is the only one
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object

-- of a constraint
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object

-- of a constraint of a domain
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object

-- of every other kind
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of an object
