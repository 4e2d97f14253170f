-- plain
CREATE VIEW active AS
SELECT id, email FROM account;

-- in a schema, names that need quotes
CREATE VIEW "My App"."Active ""user""" ("select", "Größe") AS
SELECT 1, 2;

-- a query with values and names, and a comment at the end
CREATE VIEW active AS
SELECT * FROM app."user" WHERE plan = 'it''s' AND tenant = :tenant -- for now
WITH LOCAL CHECK OPTION;

-- a query with semicolons in quotes, and one at its end
CREATE VIEW active AS
SELECT ';' AS a, $x$;$x$ AS b /* ; /* ; */ */
-- the end
;

-- temporary
CREATE TEMPORARY VIEW active AS
SELECT 1;

-- recursive
CREATE RECURSIVE VIEW numbers (n) AS
VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 100;

-- with everything
CREATE VIEW app.active (id) WITH (security_barrier = true, security_invoker = true) AS
SELECT * FROM account WHERE deleted_at IS NULL
WITH CASCADED CHECK OPTION;
COMMENT ON VIEW app.active IS 'who''s there';

-- with a comment that is none
CREATE VIEW active AS
SELECT 1;
