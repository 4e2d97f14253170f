-- plain
COMMENT ON TABLE "user" IS NULL;

-- in a schema
COMMENT ON TABLE app.account IS NULL;
