-- plain
ALTER TABLE "user" DROP COLUMN nickname;

-- in a schema, if exists
ALTER TABLE app.account DROP COLUMN IF EXISTS nickname;

-- told what it was
ALTER TABLE account DROP COLUMN plan;

-- names that need quotes
ALTER TABLE "Order.Item" DROP COLUMN "a""b`c";

-- online
ALTER TABLE account DROP COLUMN plan; -- in a transaction of its own, with a lock timeout
