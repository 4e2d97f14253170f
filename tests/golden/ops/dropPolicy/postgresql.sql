-- plain
DROP POLICY own ON message;

-- in a schema, if exists
DROP POLICY IF EXISTS "Own" ON app."User";

-- told what it was
DROP POLICY own ON message;
