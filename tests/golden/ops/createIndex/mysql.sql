-- plain
CREATE INDEX `ix_account_email` ON `account` (`email`);

-- named by convention
CREATE INDEX `ix_account_last` ON `account` (`last`, `first`);

-- named by convention, too long
CREATE INDEX `ix_a_table_with_a_name_of_quite_some_length_a_column_wi_ec36` ON `a_table_with_a_name_of_quite_some_length` (`a_column_with_a_long_name`);

-- unique, in a schema, if not exists
-- OPERATION_UNSUPPORTED: mysql cannot create an index IF NOT EXISTS (leave ifNotExists out)

-- names that need quotes
CREATE INDEX `Ix "user"` ON `My App`.`User` (`select`, `Größe`, `lower(email)`);

-- an expression
CREATE INDEX `ix` ON `account` ((lower(email)), `id`, (a || '-'));

-- concurrently
CREATE INDEX `ix` ON `account` (`email`);

-- without concurrently
CREATE INDEX `ix` ON `account` (`email`);

-- for some rows
CREATE UNIQUE INDEX `ix` ON `account` (`email`);

-- for some rows, with a comment at the end
CREATE INDEX `ix` ON `account` (`email`);

-- with operator classes
CREATE INDEX `ix` ON `message` (`body`, `id`);

-- with everything
-- OPERATION_UNSUPPORTED: mysql cannot create an index IF NOT EXISTS (leave ifNotExists out)

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
