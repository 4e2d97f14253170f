-- plain
ALTER TABLE `user` DROP COLUMN `nickname`;

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop a column IF EXISTS (leave ifExists out)

-- told what it was
ALTER TABLE `account` DROP COLUMN `plan`;

-- names that need quotes
ALTER TABLE `Order.Item` DROP COLUMN `a"b``c`;

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
