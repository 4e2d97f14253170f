-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot drop a domain

-- told what it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a domain

-- told all that it was
-- OPERATION_UNSUPPORTED: sqlite cannot drop a domain

-- in a schema, if exists, with what depends on it
-- OPERATION_UNSUPPORTED: sqlite cannot drop a domain
