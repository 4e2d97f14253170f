-- type
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null; existingAutoincrement: true or false)

-- a collation
-- OPERATION_UNSUPPORTED: mysql cannot alter column "slug" without saying all of it again (give existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null)

-- type with a conversion
-- OPERATION_UNSUPPORTED: mysql cannot alter column "sent" without saying all of it again (give existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null)

-- type with a conversion that ends in a comment
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null; existingAutoincrement: true or false)

-- text to an enum
-- OPERATION_UNSUPPORTED: mysql cannot alter column "State" without saying all of it again (give existingNullable: true or false; existingComment: its comment, or null)

-- text to an enum that keeps its default
-- OPERATION_UNSUPPORTED: mysql cannot alter column "State" without saying all of it again (give existingNullable: true or false; existingComment: its comment, or null)

-- an enum to another
-- OPERATION_UNSUPPORTED: mysql cannot alter column "state" without saying all of it again (give existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null)

-- an array of texts to one of enums
-- OPERATION_UNSUPPORTED: mysql cannot alter column "states" without saying all of it again (give existingNullable: true or false; existingComment: its comment, or null)

-- to an enum with a conversion
-- OPERATION_UNSUPPORTED: mysql cannot alter column "state" without saying all of it again (give existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null)

-- not null
-- OPERATION_UNSUPPORTED: mysql cannot alter column "body" without saying all of it again (give existingType: t.text() or what it is; existingServerDefault: its default, or null; existingComment: its comment, or null; existingAutoincrement: true or false)

-- nullable
-- OPERATION_UNSUPPORTED: mysql cannot alter column "body" without saying all of it again (give existingType: t.text() or what it is; existingServerDefault: its default, or null; existingComment: its comment, or null; existingAutoincrement: true or false)

-- a default
-- OPERATION_UNSUPPORTED: mysql cannot alter column "state" without saying all of it again (give existingType: t.text() or what it is)

-- an expression as default
-- OPERATION_UNSUPPORTED: mysql cannot alter column "sent" without saying all of it again (give existingType: t.text() or what it is)

-- NULL as default
-- OPERATION_UNSUPPORTED: mysql cannot alter column "sent" without saying all of it again (give existingType: t.text() or what it is)

-- no default
ALTER TABLE `message` ALTER COLUMN `state` DROP DEFAULT;

-- JSON as default, the type known
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "jsonb" (say what it is there: t.variant(…, { mysql: t.text() }))

-- a comment
-- OPERATION_UNSUPPORTED: mysql cannot alter column "state" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingServerDefault: its default, or null; existingAutoincrement: true or false)

-- no comment
-- OPERATION_UNSUPPORTED: mysql cannot alter column "state" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingServerDefault: its default, or null; existingAutoincrement: true or false)

-- another name
ALTER TABLE `message` RENAME COLUMN `user` TO `Author`;

-- type and default
-- OPERATION_UNSUPPORTED: mysql cannot alter column "flag" without saying all of it again (give existingNullable: true or false; existingComment: its comment, or null)

-- type and default, none before
-- OPERATION_UNSUPPORTED: mysql cannot alter column "flag" without saying all of it again (give existingNullable: true or false; existingComment: its comment, or null)

-- type, and no default any more
-- OPERATION_UNSUPPORTED: mysql cannot alter column "flag" without saying all of it again (give existingNullable: true or false; existingComment: its comment, or null)

-- an identity
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "id" (write autoincrement: true)

-- an identity where a default was, in a column that was nullable
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "id" (write autoincrement: true)

-- another identity
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "id" (write autoincrement: true)

-- an identity that counts down
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "id" (write autoincrement: true)

-- no identity
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "id" (write autoincrement: true)

-- a default instead of an identity
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "id" (write autoincrement: true)

-- no computed value
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingComment: its comment, or null; existingAutoincrement: true or false)

-- a default instead of a computed value
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingComment: its comment, or null; existingAutoincrement: true or false)

-- an identity instead of a computed value
-- OPERATION_UNSUPPORTED: mysql cannot change the identity of column "size" (write autoincrement: true)

-- another computed value
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingComment: its comment, or null; existingAutoincrement: true or false)

-- no value computed when read
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingComment: its comment, or null; existingAutoincrement: true or false)

-- a computed value where there was none
-- OPERATION_UNSUPPORTED: mysql cannot alter column "size" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingComment: its comment, or null; existingAutoincrement: true or false)

-- counting by itself
-- OPERATION_UNSUPPORTED: mysql cannot alter column "id" without saying all of it again (give existingType: t.text() or what it is; existingNullable: true or false; existingServerDefault: its default, or null; existingComment: its comment, or null)

-- everything, in a schema
ALTER TABLE `app`.`Message` CHANGE COLUMN `size` `byte_size` NUMERIC(12, 2) NOT NULL DEFAULT 0 COMMENT 'bytes';

-- online, not null
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, not null and more
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, nullable
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, another type
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
