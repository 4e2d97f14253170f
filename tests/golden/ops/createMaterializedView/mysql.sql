-- plain
-- OPERATION_UNSUPPORTED: mysql cannot create a materialized view

-- without its rows
-- OPERATION_UNSUPPORTED: mysql cannot create a materialized view

-- if not exists
-- OPERATION_UNSUPPORTED: mysql cannot create a materialized view

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot create a materialized view
