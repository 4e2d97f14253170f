-- by its name alone
DROP FUNCTION doubled;

-- without arguments
DROP FUNCTION touch();

-- in a schema, if exists, names that need quotes
DROP FUNCTION IF EXISTS app."Twice"(varchar(10), integer[], "My Type");

-- a procedure, cascade
DROP PROCEDURE noted(text) CASCADE;

-- told what it was
DROP FUNCTION doubled(integer);

-- told what procedure it was
DROP PROCEDURE noted(varchar(20));
