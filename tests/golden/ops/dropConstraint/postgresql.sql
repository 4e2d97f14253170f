-- plain
ALTER TABLE message DROP CONSTRAINT fk_message_author;

-- told what it was
ALTER TABLE account DROP CONSTRAINT uq;

-- in a schema, if exists, the kind given
ALTER TABLE app."user" DROP CONSTRAINT IF EXISTS "Fk";

-- online
ALTER TABLE account DROP CONSTRAINT uq; -- in a transaction of its own, with a lock timeout
