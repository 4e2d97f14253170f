DROP FUNCTION from_file();
