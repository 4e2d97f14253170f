-- plain
-- OPERATION_UNSUPPORTED: mysql cannot set and reset storage parameters of a table, an index or a materialized view

-- set and reset
-- OPERATION_UNSUPPORTED: mysql cannot set and reset storage parameters of a table, an index or a materialized view

-- reset
-- OPERATION_UNSUPPORTED: mysql cannot set and reset storage parameters of a table, an index or a materialized view

-- told what they were
-- OPERATION_UNSUPPORTED: mysql cannot set and reset storage parameters of a table, an index or a materialized view

-- of an index in a schema
-- OPERATION_UNSUPPORTED: mysql cannot set and reset storage parameters of a table, an index or a materialized view

-- of a materialized view
-- OPERATION_UNSUPPORTED: mysql cannot set and reset storage parameters of a table, an index or a materialized view
