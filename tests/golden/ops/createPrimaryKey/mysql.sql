-- plain
ALTER TABLE `member` ADD CONSTRAINT `pk_member` PRIMARY KEY (`conversation_id`, `user_id`);

-- named by the server, in a schema
ALTER TABLE `app`.`member` ADD PRIMARY KEY (`user`);

-- with every option
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- not deferrable
ALTER TABLE `member` ADD CONSTRAINT `pk` PRIMARY KEY (`id`);

-- told which columns took NULL
ALTER TABLE `account` ADD CONSTRAINT `pk` PRIMARY KEY (`id`, `plan`);
