-- plain
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- in a schema, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- a query with values and names, and a comment at the end
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- a query with semicolons in quotes, and one at its end
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- temporary
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- recursive
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot create a view

-- with a comment that is none
-- OPERATION_UNSUPPORTED: mysql cannot create a view
