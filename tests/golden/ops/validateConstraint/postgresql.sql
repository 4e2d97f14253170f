-- plain
ALTER TABLE account VALIDATE CONSTRAINT ck_account_size; -- in a transaction of its own

-- in a schema
ALTER TABLE "My App"."User" VALIDATE CONSTRAINT "Ck"; -- in a transaction of its own

-- with its kind
ALTER TABLE account VALIDATE CONSTRAINT ck_account_size; -- in a transaction of its own
