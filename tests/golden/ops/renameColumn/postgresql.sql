-- plain
ALTER TABLE message RENAME COLUMN text TO body;

-- in a schema, names that need quotes
ALTER TABLE "my app"."Order" RENAME COLUMN "from" TO "a""b";

-- if the table exists
ALTER TABLE IF EXISTS message RENAME COLUMN text TO body;
