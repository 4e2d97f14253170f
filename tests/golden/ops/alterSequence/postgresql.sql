-- plain
ALTER SEQUENCE invoice_number INCREMENT BY 10;

-- told what it was
ALTER SEQUENCE invoice_number INCREMENT BY 10 NO MINVALUE;

-- all options, names that need quotes, if exists
ALTER SEQUENCE IF EXISTS "my app"."Number" AS bigint INCREMENT BY 10 START WITH 100 MINVALUE 2 MAXVALUE 30000 CACHE 5 CYCLE OWNED BY "order".id RESTART WITH 50;

-- of no column, without limits
ALTER SEQUENCE number NO MINVALUE NO MAXVALUE NO CYCLE OWNED BY NONE;

-- from where it starts
ALTER SEQUENCE number RESTART;

-- out of the log
ALTER SEQUENCE number SET UNLOGGED;

-- into the log, with more
ALTER SEQUENCE IF EXISTS number CACHE 1;
ALTER SEQUENCE IF EXISTS number SET LOGGED;
