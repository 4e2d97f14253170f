-- one privilege
REVOKE SELECT ON TABLE account FROM reader;

-- several, on tables of a schema, from several roles
REVOKE SELECT, INSERT ON TABLE "My App".account, "My App"."User" FROM reader, "Writer";

-- all there are
REVOKE ALL PRIVILEGES ON SCHEMA public FROM public;

-- told what they had
REVOKE ALL PRIVILEGES ON SCHEMA public FROM public;

-- told what they had, with the grant option
REVOKE ALL PRIVILEGES ON ALL TABLES IN SCHEMA app FROM reader;

-- on columns
REVOKE SELECT (email), UPDATE (email) ON TABLE account FROM reader;

-- on a function
REVOKE EXECUTE ON FUNCTION total(integer) FROM public;

-- the grant option alone
REVOKE GRANT OPTION FOR SELECT ON TABLE account FROM reader CASCADE;

-- with everything
REVOKE GRANT OPTION FOR ALL PRIVILEGES ON TABLE app.account FROM SESSION_USER GRANTED BY CURRENT_USER CASCADE;
