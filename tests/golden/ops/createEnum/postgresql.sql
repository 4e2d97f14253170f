-- plain
CREATE TYPE order_state AS ENUM ('new', 'paid', 'sent');

-- in a schema
CREATE TYPE app.order_state AS ENUM ('new');

-- names and labels that need quotes
CREATE TYPE "größe"."Order" AS ENUM ('it''s', 'a\b', 'say "hi"', '', 'two
lines', E'zero\u200bwidth');

-- if not exists
DO $gen_sql$
DECLARE
    present text[];
BEGIN
    SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) INTO present FROM pg_enum e
        JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typname = 'order_state' AND n.nspname = current_schema();
    IF present IS NULL THEN
        CREATE TYPE order_state AS ENUM ('new', 'it''s');
    ELSIF present <> ARRAY['new', 'it''s']::text[] THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: the enum order_state has other labels: '
            || array_to_string(present, ', ');
    END IF;
END
$gen_sql$;

-- if not exists, in a schema
DO $gen_sql_1$
DECLARE
    present text[];
BEGIN
    SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) INTO present FROM pg_enum e
        JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typname = 'Order' AND n.nspname = 'o''reilly';
    IF present IS NULL THEN
        CREATE TYPE "o'reilly"."Order" AS ENUM ('$gen_sql$');
    ELSIF present <> ARRAY['$gen_sql$']::text[] THEN
        RAISE EXCEPTION USING MESSAGE = 'gen-sql: the enum "o''reilly"."Order" has other labels: '
            || array_to_string(present, ', ');
    END IF;
END
$gen_sql_1$;
