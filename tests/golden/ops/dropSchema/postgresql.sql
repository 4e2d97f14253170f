-- plain
DROP SCHEMA billing;

-- told what it was
DROP SCHEMA billing;

-- if exists, with all in it
DROP SCHEMA IF EXISTS "Größe" CASCADE;
