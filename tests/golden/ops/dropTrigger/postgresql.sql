-- plain
DROP TRIGGER tr ON account;

-- in a schema, if exists, cascade
DROP TRIGGER IF EXISTS "Tr" ON app."User" CASCADE;

-- told what it was
DROP TRIGGER "Touching" ON thing;
