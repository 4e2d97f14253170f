-- plain
ALTER TABLE `tag` ADD CONSTRAINT `uq_tag_name` UNIQUE (`workspace_id`, `name`);

-- named by the server, in a schema
ALTER TABLE `app`.`tag` ADD UNIQUE (`user`);

-- with every option
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
