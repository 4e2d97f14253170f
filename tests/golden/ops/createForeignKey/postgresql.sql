-- plain
ALTER TABLE message ADD CONSTRAINT fk_message_author FOREIGN KEY (author_id) REFERENCES "user" (id);

-- named by the server, between schemas
ALTER TABLE chat.message ADD FOREIGN KEY (tenant, "user") REFERENCES app."Account" (tenant, "Id");

-- with every option
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (author_id) REFERENCES account (id) MATCH FULL ON DELETE CASCADE ON UPDATE SET DEFAULT DEFERRABLE INITIALLY IMMEDIATE NOT VALID;

-- restricting, simple
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (author_id) REFERENCES account (id) MATCH SIMPLE ON DELETE RESTRICT ON UPDATE NO ACTION NOT DEFERRABLE;

-- deferred
ALTER TABLE message ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES account (b) INITIALLY DEFERRED;
