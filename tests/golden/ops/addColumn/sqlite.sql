-- plain
ALTER TABLE user ADD COLUMN nickname VARCHAR(50);

-- in a schema, if not exists
-- OPERATION_UNSUPPORTED: sqlite cannot add a column IF NOT EXISTS (leave ifNotExists out)

-- names that need quotes
ALTER TABLE "größe"."Order.Item" ADD COLUMN "say ""hi""" TEXT;

-- not null with a string as default
ALTER TABLE account ADD COLUMN "plan" VARCHAR(20) DEFAULT 'it''s \ free' NOT NULL;

-- an expression as default
ALTER TABLE account ADD COLUMN created_at DATETIME DEFAULT (now()) NOT NULL;

-- false as default
ALTER TABLE account ADD COLUMN locked BOOLEAN DEFAULT 0 NOT NULL;

-- collations, also of the items of an array
-- OPERATION_UNSUPPORTED: sqlite cannot spell the type "array" (say what it is there: t.variant(…, { sqlite: t.text() }))

-- an enum, with a default
ALTER TABLE account ADD COLUMN "plan" VARCHAR(4) DEFAULT 'd''or' CHECK ("plan" IN ('free', 'd''or'));

-- an enum that may be there, in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot add a column IF NOT EXISTS (leave ifNotExists out)

-- an array of an enum
-- OPERATION_UNSUPPORTED: sqlite cannot spell the type "array" (say what it is there: t.variant(…, { sqlite: t.text() }))

-- an enum that something else creates
ALTER TABLE account ADD COLUMN "plan" VARCHAR(4) DEFAULT 'free' CHECK ("plan" IN ('free'));

-- NULL as default
ALTER TABLE account ADD COLUMN note TEXT DEFAULT NULL;

-- JSON as default
-- OPERATION_UNSUPPORTED: sqlite cannot spell the type "jsonb" (say what it is there: t.variant(…, { sqlite: t.text() }))

-- an array as default
-- OPERATION_UNSUPPORTED: sqlite cannot spell the type "array" (say what it is there: t.variant(…, { sqlite: t.text() }))

-- a comment
ALTER TABLE account ADD COLUMN "plan" TEXT /* what the tenant's pays */;

-- an index
ALTER TABLE account ADD COLUMN email TEXT;
CREATE INDEX ix_account_email ON account (email);

-- an index and a comment, in a schema, if not exists
-- OPERATION_UNSUPPORTED: sqlite cannot add a column IF NOT EXISTS (leave ifNotExists out)

-- unique
-- OPERATION_UNSUPPORTED: sqlite cannot add column "email" with a unique constraint (write index: true as well, for a unique index)

-- a unique index
ALTER TABLE account ADD COLUMN email TEXT;
CREATE UNIQUE INDEX ix_account_email ON account (email);

-- a key that counts by itself
-- OPERATION_UNSUPPORTED: sqlite cannot add column "id" with a primary key (create the table with it)

-- a key that does not count by itself
-- OPERATION_UNSUPPORTED: sqlite cannot add column "id" with a primary key (create the table with it)

-- counting by itself without being a key
-- OPERATION_UNSUPPORTED: sqlite cannot let column "position" count by itself (only a column that alone is the key can)

-- a foreign key
ALTER TABLE account ADD COLUMN owner_id BIGINT REFERENCES user (id);

-- a key that refers to another one, and a unique index
-- OPERATION_UNSUPPORTED: sqlite cannot add column "user_id" with a primary key (create the table with it)

-- a foreign key with every option
-- OPERATION_UNSUPPORTED: sqlite cannot refer to a table of the schema "app" (a key stays in its schema)

-- a foreign key not valid
ALTER TABLE account ADD COLUMN owner_id BIGINT REFERENCES user (id);

-- computed from others
ALTER TABLE account ADD COLUMN full_name TEXT GENERATED ALWAYS AS (first || ' ' || last);

-- stored, computed with a comment at the end
-- OPERATION_UNSUPPORTED: sqlite cannot add column "size" stored (leave persisted out: it is computed when read)

-- computed when read
ALTER TABLE account ADD COLUMN size INTEGER GENERATED ALWAYS AS (length(body)) VIRTUAL;

-- identity
-- OPERATION_UNSUPPORTED: sqlite cannot give column "id" an identity (a key of one integer column counts by itself)

-- identity with every option
-- OPERATION_UNSUPPORTED: sqlite cannot give column "id" an identity (a key of one integer column counts by itself)

-- identity without limits of its own, and with large ones
-- OPERATION_UNSUPPORTED: sqlite cannot give column "a" an identity (a key of one integer column counts by itself)

-- identity that does not cycle
-- OPERATION_UNSUPPORTED: sqlite cannot give column "id" an identity (a key of one integer column counts by itself)

-- a check
ALTER TABLE account ADD COLUMN age INTEGER CONSTRAINT ck_age CHECK (age > 0);

-- a check that children do not inherit
ALTER TABLE account ADD COLUMN age INTEGER CHECK (age > 0);

-- online, a default that each row computes
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, with all that comes later
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, a default that is the same for all
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, a reference without a default
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, unique without a name
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, with an identity
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, computed and stored
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, computed when read
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, of a domain
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)

-- online, a primary key
-- OPERATION_UNSUPPORTED: sqlite cannot do this online (leave online out)
