-- plain
ALTER TABLE `message` RENAME COLUMN `text` TO `body`;

-- in a schema, names that need quotes
ALTER TABLE `my app`.`Order` RENAME COLUMN `from` TO `a"b`;

-- if the table exists
-- OPERATION_UNSUPPORTED: mysql cannot rename a column IF EXISTS (leave ifExists out)
