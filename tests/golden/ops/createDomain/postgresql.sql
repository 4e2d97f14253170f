-- plain
CREATE DOMAIN email AS citext;

-- with conditions
CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'it''s' NOT NULL CONSTRAINT has_at CHECK (VALUE LIKE '%@%') CHECK (length(VALUE) < 255);

-- names that need quotes
CREATE DOMAIN "order"."E-Mail" AS "my app".text CONSTRAINT "a""b" CHECK (true);

-- of a type that is created before
CREATE TYPE state AS ENUM ('new', 'sent');
CREATE DOMAIN open_state AS state;

-- with a default that is an expression, or JSON
CREATE DOMAIN at AS timestamp with time zone DEFAULT now();
CREATE DOMAIN settings AS jsonb DEFAULT '{}';

-- with a check that is not valid
-- OPERATION_UNSUPPORTED: postgresql cannot give the domain "email" a check that is NOT VALID (leave it out)

-- with a check that is not inherited
-- OPERATION_UNSUPPORTED: postgresql cannot give the domain "email" a check that is NO INHERIT (leave it out)
