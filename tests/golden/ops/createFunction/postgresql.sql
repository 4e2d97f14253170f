-- plain
CREATE FUNCTION touch()
    RETURNS trigger
    LANGUAGE plpgsql
AS $function$
BEGIN
	NEW.changed_at := now(); -- it's "now"
	RETURN NEW;
END;
$function$;

-- in a schema, names that need quotes
CREATE FUNCTION "My App"."Twice ""2"""("Größe" integer, "My Type")
    RETURNS text[]
    LANGUAGE "PLx"
AS $function$$function$;

-- arguments of all kinds
CREATE FUNCTION f(a varchar(10), OUT b numeric(10, 2), INOUT c "Plan" DEFAULT 'free', d timestamp with time zone DEFAULT now(), e jsonb DEFAULT NULL, VARIADIC f integer[] DEFAULT ARRAY[1, 2]::integer[])
    LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- returns one of each
CREATE FUNCTION a()
    RETURNS void
    LANGUAGE plpgsql
AS $function$BEGIN END$function$;
CREATE FUNCTION b()
    RETURNS event_trigger
    LANGUAGE plpgsql
AS $function$BEGIN END$function$;
CREATE FUNCTION c()
    RETURNS SETOF "user"
    LANGUAGE plpgsql
AS $function$BEGIN END$function$;
CREATE FUNCTION d()
    RETURNS TABLE (id uuid, "order" text)
    LANGUAGE plpgsql
AS $function$BEGIN END$function$;

-- with every attribute
CREATE FUNCTION f()
    RETURNS SETOF integer
    LANGUAGE plpgsql
    WINDOW STABLE LEAKPROOF STRICT SECURITY DEFINER PARALLEL SAFE COST 0.5 ROWS 10
    SET search_path TO 'app', '$user', 'My "App"', 'pg_temp'
    SET app.tenant TO 'it''s'
    SET work_mem TO '64MB'
    SET statement_timeout TO 5000
    SET enable_seqscan TO false
AS $function$BEGIN END$function$;
COMMENT ON FUNCTION f() IS 'who''s there';

-- a body with quotes of all kinds in it
CREATE FUNCTION f()
    RETURNS text
    LANGUAGE plpgsql
AS $function_3$BEGIN
	RETURN $function$it's :a; /* \ $function$ || $function_1$x$function_1$;
END; -- $function_2$function_3$;

-- a body that ends like its quotes
CREATE FUNCTION f()
    RETURNS text
    LANGUAGE plpython3u
AS $function_1$return '''a''' # it's $function$function_1$;

-- a body with values and names
CREATE FUNCTION f()
    RETURNS text
    LANGUAGE plpgsql
AS $function$BEGIN RETURN (SELECT max(name) FROM "User" WHERE plan = 'it''s'); END$function$;

-- a default that is a parameter
CREATE FUNCTION f(tenant text DEFAULT :tenant)
    RETURNS text
    LANGUAGE sql
RETURN tenant;

-- an SQL body
CREATE FUNCTION f(n integer)
    RETURNS integer
    LANGUAGE sql
    IMMUTABLE
RETURN CASE WHEN n > 0 THEN n END -- done
;

-- an SQL body of several statements
CREATE FUNCTION f()
    RETURNS void
    LANGUAGE sql
BEGIN ATOMIC
	DELETE FROM log WHERE note = 'a;b';
	SELECT CASE WHEN true THEN 1 END;
END;

-- a procedure
CREATE PROCEDURE p(INOUT n integer)
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path TO ''
AS $procedure$BEGIN COMMIT; END$procedure$;
COMMENT ON PROCEDURE p(integer) IS 'runs at night';

-- a collation in a type
-- OPERATION_UNSUPPORTED: postgresql cannot give a type of a function a collation (leave it out: what is passed brings its own, and COLLATE in the body sets another)
