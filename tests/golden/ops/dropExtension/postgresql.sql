-- plain
DROP EXTENSION citext;

-- told what it was
DROP EXTENSION citext;

-- if exists, with what depends on it
DROP EXTENSION IF EXISTS "uuid-ossp" CASCADE;
