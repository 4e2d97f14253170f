-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop a domain

-- told what it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a domain

-- told all that it was
-- OPERATION_UNSUPPORTED: mysql cannot drop a domain

-- in a schema, if exists, with what depends on it
-- OPERATION_UNSUPPORTED: mysql cannot drop a domain
