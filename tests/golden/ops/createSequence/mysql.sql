-- plain
-- OPERATION_UNSUPPORTED: mysql cannot create a sequence

-- all options, names that need quotes
-- OPERATION_UNSUPPORTED: mysql cannot create a sequence

-- downwards, without limits
-- OPERATION_UNSUPPORTED: mysql cannot create a sequence

-- large numbers
-- OPERATION_UNSUPPORTED: mysql cannot create a sequence

-- if not exists, unlogged
-- OPERATION_UNSUPPORTED: mysql cannot create a sequence

-- of a type that counts nowhere
-- OPERATION_UNSUPPORTED: mysql cannot create a sequence
