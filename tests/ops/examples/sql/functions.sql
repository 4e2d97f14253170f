-- from a file
CREATE FUNCTION from_file() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN '100% ä;b:x ';
END;
$$;

COMMENT ON FUNCTION from_file() IS 'it''s here';
