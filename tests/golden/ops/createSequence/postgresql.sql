-- plain
CREATE SEQUENCE invoice_number;

-- all options, names that need quotes
CREATE SEQUENCE "my app"."Number" AS smallint INCREMENT BY 10 START WITH 100 MINVALUE 2 MAXVALUE 30000 CACHE 5 CYCLE OWNED BY "my app"."order"."a.b";

-- downwards, without limits
CREATE SEQUENCE countdown INCREMENT BY -1 NO MINVALUE NO MAXVALUE NO CYCLE;

-- large numbers
CREATE SEQUENCE large START WITH 2 MAXVALUE 9223372036854775806;

-- if not exists, unlogged
CREATE UNLOGGED SEQUENCE IF NOT EXISTS invoice_number;

-- of a type that counts nowhere
-- OPERATION_UNSUPPORTED: postgresql cannot count in the type "text" (a sequence is a t.smallInteger(), a t.integer() or a t.bigInteger())
