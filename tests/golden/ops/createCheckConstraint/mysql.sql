-- named
ALTER TABLE `message` ADD CONSTRAINT `ck_message_body` CHECK (body <> '');

-- named by the server
ALTER TABLE `message` ADD CHECK (size > 0);

-- in a schema, not valid
ALTER TABLE `app`.`message` ADD CONSTRAINT `Check "size"` CHECK (`size` between (-1) and 10);

-- that children do not inherit
ALTER TABLE `message` ADD CONSTRAINT `ck` CHECK (size > 0);

-- that need not wait
ALTER TABLE `message` ADD CONSTRAINT `ck` CHECK (size > 0);

-- that could wait
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- that waits
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- with a comment at the end
ALTER TABLE `message` ADD CONSTRAINT `ck` CHECK (size > 0 -- never empty
);

-- online
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
