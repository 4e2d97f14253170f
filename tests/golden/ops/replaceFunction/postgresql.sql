-- plain
CREATE OR REPLACE FUNCTION doubled()
    RETURNS integer
    LANGUAGE sql
AS $function$SELECT 2$function$;

-- told what it was
CREATE OR REPLACE FUNCTION doubled(n integer)
    RETURNS integer
    LANGUAGE plpgsql
AS $function$BEGIN RETURN n + n; END$function$;
COMMENT ON FUNCTION doubled(integer) IS 'it''s doubled';

-- in a schema, with another comment
CREATE OR REPLACE FUNCTION app."Twice"(n integer)
    RETURNS integer
    LANGUAGE plpgsql
    STRICT
AS $function$BEGIN RETURN 2 * n; END$function$;
COMMENT ON FUNCTION app."Twice"(integer) IS 'new';

-- without its comment
CREATE OR REPLACE FUNCTION doubled(n integer)
    RETURNS integer
    LANGUAGE plpgsql
AS $function$BEGIN RETURN 2 * n; END$function$;
COMMENT ON FUNCTION doubled(integer) IS NULL;

-- a procedure
CREATE OR REPLACE PROCEDURE noted(what varchar(20) DEFAULT 'x')
    LANGUAGE plpgsql
AS $procedure$
BEGIN
	INSERT INTO thing (name) VALUES (what);
END;
$procedure$;
