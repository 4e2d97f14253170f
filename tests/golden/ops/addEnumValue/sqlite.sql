-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot add a label to an enum type

-- names and labels that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot add a label to an enum type

-- after another, if not exists
-- OPERATION_UNSUPPORTED: sqlite cannot add a label to an enum type

-- outside a transaction
-- OPERATION_UNSUPPORTED: sqlite cannot add a label to an enum type
