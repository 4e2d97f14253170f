-- plain
ALTER TABLE message DROP CONSTRAINT fk_message_author;

-- in a schema, if exists, the kind given
ALTER TABLE app."user" DROP CONSTRAINT IF EXISTS "Fk";
