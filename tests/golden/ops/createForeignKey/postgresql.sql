-- plain
ALTER TABLE message ADD CONSTRAINT fk_message_author FOREIGN KEY (author_id) REFERENCES "user" (id);

-- named by the server, between schemas
ALTER TABLE chat.message ADD FOREIGN KEY (tenant, "user") REFERENCES app."Account" (tenant, "Id");

-- with every option
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (author_id) REFERENCES account (id) MATCH FULL ON DELETE CASCADE ON UPDATE SET DEFAULT DEFERRABLE INITIALLY IMMEDIATE NOT VALID;

-- restricting, simple
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (author_id) REFERENCES account (id) MATCH SIMPLE ON DELETE RESTRICT ON UPDATE NO ACTION NOT DEFERRABLE;

-- setting some of its columns
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (tenant, "Author") REFERENCES account (tenant, id) ON DELETE SET NULL ("Author");
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES account (a, b) ON DELETE SET DEFAULT (b, a) ON UPDATE SET NULL;

-- of the table itself
ALTER TABLE node ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES node (id);

-- partial, which no server has
-- OPERATION_UNSUPPORTED: postgresql cannot check a foreign key with MATCH PARTIAL (use FULL or SIMPLE)

-- deferred
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES account (b) INITIALLY DEFERRED;

-- online
ALTER TABLE app.message ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES "User" (id) ON DELETE CASCADE NOT VALID; -- in a transaction of its own, with a lock timeout
ALTER TABLE app.message VALIDATE CONSTRAINT fk; -- in a transaction of its own

-- online without a name
-- OPERATION_UNSUPPORTED: postgresql cannot add a foreign key without a name to "message" online (give it a name)
