-- several statements
-- from a file
CREATE FUNCTION from_file() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN '100% ä;b:x ';
END;
$$;
COMMENT ON FUNCTION from_file() IS 'it''s here';

-- outside a transaction
DROP FUNCTION from_file();

-- no statement
-- SQL_INVALID: nothing.sql holds no statement (leave the call out, or write the statement it is for)
