-- named
ALTER TABLE message ADD CONSTRAINT ck_message_body CHECK (body <> '');

-- named by the server
ALTER TABLE message ADD CHECK (size > 0);

-- in a schema, not valid
ALTER TABLE app.message ADD CONSTRAINT "Check ""size""" CHECK (size between (-1) and 10) NOT VALID;

-- that children do not inherit
ALTER TABLE message ADD CONSTRAINT ck CHECK (size > 0) NO INHERIT;

-- with a comment at the end
ALTER TABLE message ADD CONSTRAINT ck CHECK (size > 0 -- never empty
);
