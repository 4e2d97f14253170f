-- plain
ALTER TABLE tag ADD CONSTRAINT uq_tag_name UNIQUE (workspace_id, name);

-- named by the server, in a schema
ALTER TABLE app.tag ADD UNIQUE ("user");

-- with every option
ALTER TABLE tag ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (name) INCLUDE (id) DEFERRABLE INITIALLY DEFERRED;
