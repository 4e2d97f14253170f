-- Triggers go on calling a function that gets another name or schema.
CREATE SCHEMA app;
CREATE TABLE app.account (id int PRIMARY KEY, note text);
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE FUNCTION look(n int) RETURNS int LANGUAGE sql AS 'SELECT n';
CREATE TRIGGER touched BEFORE UPDATE ON app.account FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER looked BEFORE INSERT ON app.account FOR EACH ROW EXECUTE FUNCTION look();
ALTER FUNCTION app.touch() RENAME TO touch_v2;
ALTER FUNCTION look() SET SCHEMA app;
ALTER FUNCTION app.look() RENAME TO look_v2;
ALTER SCHEMA app RENAME TO application;
ALTER FUNCTION application.touch_v2 RENAME TO touch_v3;
CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
DROP FUNCTION look();
DROP FUNCTION application.look_v2() CASCADE;
