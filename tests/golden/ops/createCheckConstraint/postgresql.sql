-- named
ALTER TABLE message ADD CONSTRAINT ck_message_body CHECK (body <> '');

-- named by the server
ALTER TABLE message ADD CHECK (size > 0);

-- in a schema, not valid
ALTER TABLE app.message ADD CONSTRAINT "Check ""size""" CHECK (size between (-1) and 10) NOT VALID;

-- that children do not inherit
ALTER TABLE message ADD CONSTRAINT ck CHECK (size > 0) NO INHERIT;

-- that need not wait
ALTER TABLE message ADD CONSTRAINT ck CHECK (size > 0);

-- that could wait
-- OPERATION_UNSUPPORTED: postgresql cannot put off a check to the end of the transaction (leave deferrable and initially out; a constraint trigger, made with op.createTrigger(), can wait)

-- that waits
-- OPERATION_UNSUPPORTED: postgresql cannot put off a check to the end of the transaction (leave deferrable and initially out; a constraint trigger, made with op.createTrigger(), can wait)

-- with a comment at the end
ALTER TABLE message ADD CONSTRAINT ck CHECK (size > 0 -- never empty
);

-- online
ALTER TABLE account ADD CONSTRAINT ck CHECK (a > 0) NO INHERIT NOT VALID; -- in a transaction of its own, with a lock timeout
ALTER TABLE account VALIDATE CONSTRAINT ck; -- in a transaction of its own
