-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot install an extension

-- names that need quotes, in a schema, of a version
-- OPERATION_UNSUPPORTED: sqlite cannot install an extension

-- if not exists, with what it needs
-- OPERATION_UNSUPPORTED: sqlite cannot install an extension
