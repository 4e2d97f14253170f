-- plain
DROP INDEX `ix_user_email` ON `user`;

-- told what it was
DROP INDEX `ix` ON `account`;

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop an index IF EXISTS (leave ifExists out)

-- concurrently
DROP INDEX `ix` ON `account`;

-- concurrently, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop an index IF EXISTS (leave ifExists out)

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
