-- plain
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- with a column
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- with a mapping, a default, and an array
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- names and labels that need quotes
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- with a conversion of its own
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- labels of an array that take the places of others
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- a name that leaves no room
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns

-- outside a transaction
-- OPERATION_UNSUPPORTED: sqlite cannot build an enum type anew with other labels, and convert its columns
