-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop an extension

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop an extension

-- if exists, with what depends on it
-- OPERATION_UNSUPPORTED: sqlite cannot drop an extension
