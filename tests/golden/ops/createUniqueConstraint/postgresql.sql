-- plain
ALTER TABLE tag ADD CONSTRAINT uq_tag_name UNIQUE (workspace_id, name);

-- named by the server, in a schema
ALTER TABLE app.tag ADD UNIQUE ("user");

-- with every option
ALTER TABLE tag ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (name) INCLUDE (id) DEFERRABLE INITIALLY DEFERRED;

-- online
CREATE UNIQUE INDEX CONCURRENTLY uq ON app.account (a, "B") INCLUDE (c) NULLS NOT DISTINCT; -- outside a transaction
ALTER TABLE app.account ADD CONSTRAINT uq UNIQUE USING INDEX uq DEFERRABLE INITIALLY DEFERRED; -- in a transaction of its own, with a lock timeout
