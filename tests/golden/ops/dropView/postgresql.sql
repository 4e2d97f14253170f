-- plain
DROP VIEW active;

-- in a schema, if exists
DROP VIEW IF EXISTS app."Active";

-- cascade
DROP VIEW active CASCADE;

-- told what it was
DROP VIEW active;
