-- plain
CREATE EXTENSION citext;

-- names that need quotes, in a schema, of a version
CREATE EXTENSION "uuid-ossp" SCHEMA "my app" VERSION "1.1";

-- if not exists, with what it needs
CREATE EXTENSION IF NOT EXISTS earthdistance CASCADE;
