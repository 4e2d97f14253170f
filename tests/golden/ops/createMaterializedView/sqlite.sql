-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot create a materialized view

-- without its rows
-- OPERATION_UNSUPPORTED: sqlite cannot create a materialized view

-- if not exists
-- OPERATION_UNSUPPORTED: sqlite cannot create a materialized view

-- with everything
-- OPERATION_UNSUPPORTED: sqlite cannot create a materialized view
