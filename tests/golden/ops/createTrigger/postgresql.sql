-- plain
CREATE TRIGGER tr AFTER TRUNCATE ON account
    EXECUTE FUNCTION f();

-- or replace, for each row, under a condition
CREATE OR REPLACE TRIGGER tr BEFORE INSERT OR DELETE OR UPDATE OF email, "user" ON account
    FOR EACH ROW
    WHEN (OLD.plan <> 'it''s' -- at last
)
    EXECUTE FUNCTION f();

-- names that need quotes, arguments, a comment
CREATE TRIGGER "Tr ""1""" INSTEAD OF INSERT ON "My App"."User"
    FOR EACH ROW
    EXECUTE FUNCTION "My App"."F"('it''s', 'a\b', '');
COMMENT ON TRIGGER "Tr ""1""" ON "My App"."User" IS 'who''s there';

-- old and new rows of a statement
CREATE TRIGGER tr AFTER UPDATE ON account
    REFERENCING OLD TABLE AS "Old" NEW TABLE AS new
    FOR EACH STATEMENT
    EXECUTE FUNCTION f();

-- a constraint trigger
CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON account
    FROM app."user"
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION f();

-- a constraint trigger that does not wait
CREATE CONSTRAINT TRIGGER tr AFTER INSERT ON account
    NOT DEFERRABLE
    FOR EACH ROW
    EXECUTE FUNCTION f();
