-- plain
DROP STATISTICS st;

-- told what it was
DROP STATISTICS st;

-- in a schema, if exists
DROP STATISTICS IF EXISTS app."St";
