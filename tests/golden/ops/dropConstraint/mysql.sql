-- plain
-- OPERATION_UNSUPPORTED: mysql cannot drop the constraint "fk_message_author" without its type (give it after the table: 'foreignkey', 'primary', 'unique' or 'check')

-- told what it was
ALTER TABLE `account` DROP INDEX `uq`;

-- in a schema, if exists, the kind given
-- OPERATION_UNSUPPORTED: mysql cannot drop a constraint IF EXISTS (leave ifExists out)

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
