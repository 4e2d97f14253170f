-- plain
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to

-- all options, names that need quotes, if exists
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to

-- of no column, without limits
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to

-- from where it starts
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to

-- out of the log
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to

-- into the log, with more
-- OPERATION_UNSUPPORTED: mysql cannot change how a sequence counts, or which column it belongs to
