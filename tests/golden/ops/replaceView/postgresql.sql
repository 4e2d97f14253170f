-- plain
CREATE OR REPLACE VIEW active AS
SELECT id, email FROM account;

-- told what it was
CREATE OR REPLACE VIEW active AS
SELECT 2 AS a;

-- with everything
CREATE OR REPLACE VIEW app."Active" (id) WITH (security_barrier = true, security_invoker = true) AS
SELECT * FROM account WHERE deleted_at IS NULL
WITH CASCADED CHECK OPTION;
COMMENT ON VIEW app."Active" IS 'who''s there';

-- without its comment
CREATE OR REPLACE VIEW active AS
SELECT 1;
COMMENT ON VIEW active IS NULL;

-- temporary
CREATE OR REPLACE TEMPORARY VIEW active AS
SELECT 1;

-- recursive
CREATE OR REPLACE RECURSIVE VIEW n (n) AS
VALUES (1) UNION SELECT n + 1 FROM n;
