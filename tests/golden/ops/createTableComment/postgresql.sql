-- plain
COMMENT ON TABLE "user" IS 'People who can''t
sign in';

-- in a schema
COMMENT ON TABLE app.account IS 'new';

-- empty
COMMENT ON TABLE account IS '';
