-- plain
ALTER TABLE user DROP COLUMN nickname;

-- in a schema, if exists
-- OPERATION_UNSUPPORTED: sqlite cannot drop a column IF EXISTS (leave ifExists out)

-- told what it was
DROP INDEX ix_account_plan;
ALTER TABLE account DROP COLUMN "plan";

-- names that need quotes
ALTER TABLE "Order.Item" DROP COLUMN "a""b`c";

-- online
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
