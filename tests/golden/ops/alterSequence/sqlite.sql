-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to

-- all options, names that need quotes, if exists
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to

-- of no column, without limits
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to

-- from where it starts
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to

-- out of the log
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to

-- into the log, with more
-- OPERATION_UNSUPPORTED: sqlite cannot change how a sequence counts, or which column it belongs to
