-- plain
ALTER TABLE message SET SCHEMA chat;

-- in a schema, if exists, names that need quotes
ALTER TABLE IF EXISTS "user"."Order" SET SCHEMA "my app";

-- of each type
ALTER FOREIGN TABLE public.a SET SCHEMA app;
ALTER VIEW public.a SET SCHEMA app;
ALTER MATERIALIZED VIEW public.a SET SCHEMA app;
ALTER SEQUENCE public.a SET SCHEMA app;
ALTER TYPE public.a SET SCHEMA app;
ALTER DOMAIN public.a SET SCHEMA app;
ALTER FUNCTION public.a() SET SCHEMA app;
ALTER PROCEDURE public.a(integer, text[]) SET SCHEMA app;
ALTER ROUTINE public.a SET SCHEMA app;
ALTER EXTENSION a SET SCHEMA app;

-- if exists, where PostgreSQL has no word for it
-- OPERATION_UNSUPPORTED: postgresql cannot alter a function only if it exists (leave ifExists out)
