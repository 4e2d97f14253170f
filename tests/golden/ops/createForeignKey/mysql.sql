-- plain
ALTER TABLE `message` ADD CONSTRAINT `fk_message_author` FOREIGN KEY (`author_id`) REFERENCES `user` (`id`);

-- named by the server, between schemas
ALTER TABLE `chat`.`message` ADD FOREIGN KEY (`tenant`, `user`) REFERENCES `app`.`Account` (`tenant`, `Id`);

-- with every option
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- restricting, simple
-- OPERATION_UNSUPPORTED: mysql cannot check a foreign key with MATCH SIMPLE (leave match out: it is SIMPLE)

-- setting some of its columns
-- OPERATION_UNSUPPORTED: mysql cannot set a foreign key to its default (InnoDB refuses SET DEFAULT)

-- of the table itself
ALTER TABLE `node` ADD CONSTRAINT `fk` FOREIGN KEY (`parent_id`) REFERENCES `node` (`id`);

-- partial, which no server has
-- OPERATION_UNSUPPORTED: mysql cannot check a foreign key with MATCH PARTIAL (leave match out: it is SIMPLE)

-- deferred
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online without a name
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
