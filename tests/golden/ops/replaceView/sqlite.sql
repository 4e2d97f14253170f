-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the query of a view

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the query of a view

-- with everything
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the query of a view

-- without its comment
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the query of a view

-- temporary
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the query of a view

-- recursive
-- OPERATION_UNSUPPORTED: sqlite cannot exchange the query of a view
