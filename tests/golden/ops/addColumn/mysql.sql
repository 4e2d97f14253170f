-- plain
ALTER TABLE `user` ADD COLUMN `nickname` VARCHAR(50);

-- in a schema, if not exists
-- OPERATION_UNSUPPORTED: mysql cannot add a column IF NOT EXISTS (leave ifNotExists out)

-- names that need quotes
ALTER TABLE `größe`.`Order.Item` ADD COLUMN `say "hi"` TEXT;

-- not null with a string as default
ALTER TABLE `account` ADD COLUMN `plan` VARCHAR(20) NOT NULL DEFAULT 'it''s \\ free';

-- an expression as default
ALTER TABLE `account` ADD COLUMN `created_at` DATETIME NOT NULL DEFAULT now();

-- false as default
ALTER TABLE `account` ADD COLUMN `locked` BOOLEAN NOT NULL DEFAULT false;

-- collations, also of the items of an array
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "array" (say what it is there: t.variant(…, { mysql: t.text() }))

-- an enum, with a default
ALTER TABLE `account` ADD COLUMN `plan` ENUM('free', 'd''or') DEFAULT 'd''or';

-- an enum that may be there, in a schema
-- OPERATION_UNSUPPORTED: mysql cannot add a column IF NOT EXISTS (leave ifNotExists out)

-- an array of an enum
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "array" (say what it is there: t.variant(…, { mysql: t.text() }))

-- an enum that something else creates
ALTER TABLE `account` ADD COLUMN `plan` ENUM('free') DEFAULT 'free';

-- NULL as default
ALTER TABLE `account` ADD COLUMN `note` TEXT DEFAULT NULL;

-- JSON as default
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "jsonb" (say what it is there: t.variant(…, { mysql: t.text() }))

-- an array as default
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "array" (say what it is there: t.variant(…, { mysql: t.text() }))

-- a comment
ALTER TABLE `account` ADD COLUMN `plan` TEXT COMMENT 'what the tenant''s pays';

-- an index
ALTER TABLE `account` ADD COLUMN `email` TEXT, ADD INDEX `ix_account_email` (`email`);

-- an index and a comment, in a schema, if not exists
-- OPERATION_UNSUPPORTED: mysql cannot add a column IF NOT EXISTS (leave ifNotExists out)

-- unique
ALTER TABLE `account` ADD COLUMN `email` TEXT, ADD UNIQUE (`email`);

-- a unique index
ALTER TABLE `account` ADD COLUMN `email` TEXT, ADD UNIQUE INDEX `ix_account_email` (`email`);

-- a key that counts by itself
ALTER TABLE `account` ADD COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT, ADD PRIMARY KEY (`id`);

-- a key that does not count by itself
ALTER TABLE `account` ADD COLUMN `id` INTEGER NOT NULL, ADD PRIMARY KEY (`id`);

-- counting by itself without being a key
-- OPERATION_UNSUPPORTED: mysql cannot let column "position" count by itself without a key (let a key or an index begin with it)

-- a foreign key
ALTER TABLE `account` ADD COLUMN `owner_id` BIGINT, ADD FOREIGN KEY (`owner_id`) REFERENCES `user` (`id`);

-- a key that refers to another one, and a unique index
ALTER TABLE `account` ADD COLUMN `user_id` INTEGER NOT NULL, ADD PRIMARY KEY (`user_id`), ADD CONSTRAINT `fk_account_user` FOREIGN KEY (`user_id`) REFERENCES `user` (`id`), ADD UNIQUE INDEX `ix_account_user_id` (`user_id`);

-- a foreign key with every option
-- OPERATION_UNSUPPORTED: mysql cannot put off a constraint to the end of the transaction (leave deferrable and initially out: it is checked at once)

-- a foreign key not valid
ALTER TABLE `account` ADD COLUMN `owner_id` BIGINT, ADD FOREIGN KEY (`owner_id`) REFERENCES `user` (`id`);

-- computed from others
ALTER TABLE `account` ADD COLUMN `full_name` TEXT GENERATED ALWAYS AS (first || ' ' || last);

-- stored, computed with a comment at the end
ALTER TABLE `account` ADD COLUMN `size` INTEGER GENERATED ALWAYS AS (length(body) -- bytes
) STORED;

-- computed when read
ALTER TABLE `account` ADD COLUMN `size` INTEGER GENERATED ALWAYS AS (length(body)) VIRTUAL;

-- identity
-- OPERATION_UNSUPPORTED: mysql cannot give column "id" an identity (write autoincrement: true)

-- identity with every option
-- OPERATION_UNSUPPORTED: mysql cannot give column "id" an identity (write autoincrement: true)

-- identity without limits of its own, and with large ones
-- OPERATION_UNSUPPORTED: mysql cannot give column "a" an identity (write autoincrement: true)

-- identity that does not cycle
-- OPERATION_UNSUPPORTED: mysql cannot give column "id" an identity (write autoincrement: true)

-- a check
ALTER TABLE `account` ADD COLUMN `age` INTEGER, ADD CONSTRAINT `ck_age` CHECK (age > 0);

-- a check that children do not inherit
ALTER TABLE `account` ADD COLUMN `age` INTEGER CHECK (age > 0);

-- online, a default that each row computes
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, with all that comes later
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, a default that is the same for all
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, a reference without a default
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, unique without a name
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, with an identity
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, computed and stored
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, computed when read
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, of a domain
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)

-- online, a primary key
-- OPERATION_UNSUPPORTED: mysql cannot do this online (leave online out)
