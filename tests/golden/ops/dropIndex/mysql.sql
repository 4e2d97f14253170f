-- plain
DROP INDEX `ix_user_email` ON `user`;

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop an index IF EXISTS (leave ifExists out)

-- concurrently
DROP INDEX `ix` ON `account`;

-- concurrently, if exists
-- OPERATION_UNSUPPORTED: mysql cannot drop an index IF EXISTS (leave ifExists out)
