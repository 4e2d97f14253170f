-- plain
DROP DOMAIN email;

-- told what it was
DROP DOMAIN email;

-- told all that it was
DROP DOMAIN app.email;

-- in a schema, if exists, with what depends on it
DROP DOMAIN IF EXISTS "my app"."E-Mail" CASCADE;
