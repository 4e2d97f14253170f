-- type
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- a collation
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "slug" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- type with a conversion
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "sent" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- type with a conversion that ends in a comment
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- text to an enum
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "State" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- text to an enum that keeps its default
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "State" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an enum to another
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "state" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an array of texts to one of enums
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "states" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- to an enum with a conversion
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "state" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- not null
-- OPERATION_UNSUPPORTED: sqlite cannot change the nullability of column "body" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- nullable
-- OPERATION_UNSUPPORTED: sqlite cannot change the nullability of column "body" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- a default
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "state" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an expression as default
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "sent" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- NULL as default
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "sent" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- no default
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "state" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- JSON as default, the type known
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "meta" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- a comment
-- OPERATION_UNSUPPORTED: sqlite cannot change the comment of column "state" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- no comment
-- OPERATION_UNSUPPORTED: sqlite cannot change the comment of column "state" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- another name
ALTER TABLE message RENAME COLUMN user TO "Author";

-- type and default
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "flag" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- type and default, none before
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "flag" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- type, and no default any more
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "flag" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an identity
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an identity where a default was, in a column that was nullable
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- another identity
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an identity that counts down
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- no identity
-- OPERATION_UNSUPPORTED: sqlite cannot change the nullability of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- a default instead of an identity
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- no computed value
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- a default instead of a computed value
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- an identity instead of a computed value
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- another computed value
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- no value computed when read
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- a computed value where there was none
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- counting by itself
-- OPERATION_UNSUPPORTED: sqlite cannot change the counting of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- everything, in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "size" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)

-- online, not null
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, not null and more
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, nullable
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, another type
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
