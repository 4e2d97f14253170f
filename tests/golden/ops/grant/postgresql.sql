-- one privilege
GRANT SELECT ON TABLE account TO reader;

-- several, on several tables of a schema, to several roles
GRANT SELECT, INSERT ON TABLE "My App".account, "My App"."User" TO reader, "Writer";

-- all there are
GRANT ALL PRIVILEGES ON TABLE account TO public;

-- on columns
GRANT SELECT (email, "Größe"), UPDATE (email, "Größe") ON TABLE app.account TO reader;

-- all there are, on columns
GRANT ALL PRIVILEGES (email) ON TABLE account TO reader;

-- with everything
GRANT MAINTAIN ON TABLE account TO reader WITH GRANT OPTION GRANTED BY CURRENT_USER;

-- the grant option alone
GRANT SELECT ON TABLE account TO reader WITH GRANT OPTION;

-- to keywords and parameters
GRANT SELECT ON TABLE account TO CURRENT_USER, :reader;

-- granted by a role
GRANT SELECT ON TABLE account TO reader GRANTED BY "Owner";

-- on a sequence
GRANT USAGE ON SEQUENCE app.account_id_seq TO reader;

-- on schemas
GRANT USAGE, CREATE ON SCHEMA app, "My App" TO reader;

-- on a database
GRANT CONNECT, TEMPORARY ON DATABASE shop TO reader;

-- on types and domains
GRANT USAGE ON TYPE app.state TO reader;
GRANT USAGE ON DOMAIN "Email" TO reader;

-- on functions
GRANT EXECUTE ON FUNCTION total TO reader;
GRANT EXECUTE ON FUNCTION total() TO reader;
GRANT EXECUTE ON FUNCTION app.total(integer, text[]) TO reader;
GRANT EXECUTE ON PROCEDURE close(app.state) TO reader;
GRANT EXECUTE ON ROUTINE total, close TO reader;

-- on all that a schema holds
GRANT SELECT ON ALL TABLES IN SCHEMA app TO reader;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app, "My App" TO reader;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO reader;
GRANT EXECUTE ON ALL PROCEDURES IN SCHEMA app TO reader;
GRANT ALL PRIVILEGES ON ALL ROUTINES IN SCHEMA app TO reader;
