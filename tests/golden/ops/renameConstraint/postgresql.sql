-- plain
ALTER TABLE message RENAME CONSTRAINT message_author_fkey TO fk_message_author;

-- in a schema, names that need quotes
ALTER TABLE "my app"."order" RENAME CONSTRAINT "Uq" TO "a""b";

-- if the table exists
ALTER TABLE IF EXISTS message RENAME CONSTRAINT uq TO uq_message;
