-- plain
-- OPERATION_UNSUPPORTED: mysql cannot exchange the query of a view

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot exchange the query of a view

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot exchange the query of a view

-- without its comment
-- OPERATION_UNSUPPORTED: mysql cannot exchange the query of a view

-- temporary
-- OPERATION_UNSUPPORTED: mysql cannot exchange the query of a view

-- recursive
-- OPERATION_UNSUPPORTED: mysql cannot exchange the query of a view
