-- plain
ALTER TYPE order_state RENAME TO order_state_gen_sql_old;
CREATE TYPE order_state AS ENUM ('sent', 'new');
DROP TYPE order_state_gen_sql_old;

-- with a column
DO $gen_sql$
DECLARE
    lost text;
BEGIN
    LOCK TABLE "order" IN ACCESS EXCLUSIVE MODE;
    SELECT string_agg(DISTINCT quote_literal(held.state::text), ', ') INTO lost
        FROM "order" AS held WHERE held.state::text <> ALL (ARRAY['new', 'sent']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: "order".state holds labels that order_state is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
END
$gen_sql$;
ALTER TYPE order_state RENAME TO order_state_gen_sql_old;
CREATE TYPE order_state AS ENUM ('new', 'sent');
ALTER TABLE "order"
    ALTER COLUMN state TYPE order_state USING state::text::order_state;
DROP TYPE order_state_gen_sql_old;

-- with a mapping, a default, and an array
DO $gen_sql$
DECLARE
    lost text;
BEGIN
    LOCK TABLE "order", audit IN ACCESS EXCLUSIVE MODE;
    SELECT string_agg(DISTINCT quote_literal(held.state::text), ', ') INTO lost
        FROM "order" AS held WHERE held.state::text <> ALL (ARRAY['new', 'sent', 'paid', 'lost']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: "order".state holds labels that order_state is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
    SELECT string_agg(DISTINCT quote_literal(held.state::text), ', ') INTO lost
        FROM audit AS held WHERE held.state::text <> ALL (ARRAY['new', 'sent', 'paid', 'lost']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: audit.state holds labels that order_state is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
    SELECT string_agg(DISTINCT quote_literal(held.label::text), ', ') INTO lost
        FROM "order" AS row_of, unnest(row_of.history) AS held(label) WHERE held.label::text <> ALL (ARRAY['new', 'sent', 'paid', 'lost']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: "order".history holds labels that order_state is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
END
$gen_sql$;
ALTER TYPE order_state RENAME TO order_state_gen_sql_old;
CREATE TYPE order_state AS ENUM ('new', 'sent');
ALTER TABLE "order"
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN state TYPE order_state USING CASE state::text WHEN 'paid' THEN 'new' WHEN 'lost' THEN NULL ELSE state::text END::order_state,
    ALTER COLUMN state SET DEFAULT 'new',
    ALTER COLUMN history DROP DEFAULT,
    ALTER COLUMN history TYPE order_state[] USING array_replace(array_replace(history::text[], 'paid', 'new'), 'lost', NULL)::order_state[],
    ALTER COLUMN history SET DEFAULT ARRAY['new']::order_state[];
ALTER TABLE audit
    ALTER COLUMN state DROP DEFAULT,
    ALTER COLUMN state TYPE order_state USING CASE state::text WHEN 'paid' THEN 'new' WHEN 'lost' THEN NULL ELSE state::text END::order_state;
DROP TYPE order_state_gen_sql_old;

-- names and labels that need quotes
DO $gen_sql_1$
DECLARE
    lost text;
BEGIN
    LOCK TABLE "o'reilly"."Order" IN ACCESS EXCLUSIVE MODE;
    SELECT string_agg(DISTINCT quote_literal(held."a""b"::text), ', ') INTO lost
        FROM "o'reilly"."Order" AS held WHERE held."a""b"::text <> ALL (ARRAY['it''s', '$gen_sql$', 'a\b']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: "o''reilly"."Order"."a""b" holds labels that "my app"."Order" is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
    SELECT string_agg(DISTINCT quote_literal(held.label::text), ', ') INTO lost
        FROM "o'reilly"."Order" AS row_of, unnest(row_of."All") AS held(label) WHERE held.label::text <> ALL (ARRAY['it''s', '$gen_sql$', 'a\b']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: "o''reilly"."Order"."All" holds labels that "my app"."Order" is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
END
$gen_sql_1$;
ALTER TYPE "my app"."Order" RENAME TO "Order_gen_sql_old";
CREATE TYPE "my app"."Order" AS ENUM ('it''s', '$gen_sql$');
ALTER TABLE "o'reilly"."Order"
    ALTER COLUMN "a""b" TYPE "my app"."Order" USING CASE "a""b"::text WHEN 'a\b' THEN 'it''s' ELSE "a""b"::text END::"my app"."Order",
    ALTER COLUMN "All" TYPE "my app"."Order"[] USING array_replace("All"::text[], 'a\b', 'it''s')::"my app"."Order"[];
DROP TYPE "my app"."Order_gen_sql_old";

-- with a conversion of its own
ALTER TYPE order_state RENAME TO order_state_gen_sql_old;
CREATE TYPE order_state AS ENUM ('new', 'sent');
ALTER TABLE "order"
    ALTER COLUMN state TYPE order_state USING (CASE WHEN sent_at IS NULL THEN 'new' ELSE 'sent' END)::order_state;
DROP TYPE order_state_gen_sql_old;

-- labels of an array that take the places of others
DO $gen_sql$
DECLARE
    lost text;
BEGIN
    LOCK TABLE t IN ACCESS EXCLUSIVE MODE;
    SELECT string_agg(DISTINCT quote_literal(held.label::text), ', ') INTO lost
        FROM t AS row_of, unnest(row_of."all") AS held(label) WHERE held.label::text <> ALL (ARRAY['b', 'c', 'a']::text[]);
    IF lost IS NOT NULL THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: t."all" holds labels that e is no longer to have: ' || lost,
            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';
    END IF;
END
$gen_sql$;
ALTER TYPE e RENAME TO e_gen_sql_old;
CREATE TYPE e AS ENUM ('b', 'c');
ALTER TABLE t
    ALTER COLUMN "all" DROP DEFAULT,
    ALTER COLUMN "all" TYPE e[] USING array_replace(array_replace("all"::text[], 'b', 'c'), 'a', 'b')::e[],
    ALTER COLUMN "all" SET DEFAULT '{b}';
DROP TYPE e_gen_sql_old;

-- a name that leaves no room
ALTER TYPE "ééééééééééééééééééééééééééééééabc" RENAME TO "ééééééééééééééééééééééééé_gen_sql_old";
CREATE TYPE "ééééééééééééééééééééééééééééééabc" AS ENUM ('new');
DROP TYPE "ééééééééééééééééééééééééé_gen_sql_old";

-- outside a transaction
-- OPERATION_UNSUPPORTED: postgresql cannot replace the enum "order_state" outside a transaction (move it out of the block)
