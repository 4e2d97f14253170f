-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop an extension

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop an extension

-- if exists, with what depends on it
-- OPERATION_UNSUPPORTED: mysql cannot drop an extension
