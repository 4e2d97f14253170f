-- type
ALTER TABLE message ALTER COLUMN size TYPE bigint;

-- a collation
ALTER TABLE message ALTER COLUMN slug TYPE varchar(50) COLLATE "C";

-- type with a conversion
ALTER TABLE message ALTER COLUMN sent TYPE timestamp with time zone USING sent AT TIME ZONE 'UTC';

-- type with a conversion that ends in a comment
ALTER TABLE message ALTER COLUMN size TYPE integer USING size::integer -- checked
;

-- text to an enum
CREATE TYPE app.message_state AS ENUM ('new', 'sent');
ALTER TABLE message ALTER COLUMN "State" DROP DEFAULT;
ALTER TABLE message ALTER COLUMN "State" TYPE app.message_state USING "State"::text::app.message_state;
ALTER TABLE message ALTER COLUMN "State" SET DEFAULT 'new';

-- an enum to another
CREATE TYPE state AS ENUM ('new', 'sent');
ALTER TABLE message ALTER COLUMN state TYPE state USING state::text::state;

-- an array of texts to one of enums
ALTER TABLE message ALTER COLUMN states TYPE state[] USING states::text[]::state[];
ALTER TABLE message ALTER COLUMN states SET DEFAULT ARRAY['new']::state[];

-- to an enum with a conversion
CREATE TYPE state AS ENUM ('new', 'sent');
ALTER TABLE message ALTER COLUMN state TYPE state USING CASE state WHEN 1 THEN 'sent'::state ELSE 'new' END;

-- not null
ALTER TABLE message ALTER COLUMN body SET NOT NULL;

-- nullable
ALTER TABLE message ALTER COLUMN body DROP NOT NULL;

-- a default
ALTER TABLE message ALTER COLUMN state SET DEFAULT 'new';

-- an expression as default
ALTER TABLE message ALTER COLUMN sent SET DEFAULT now();

-- NULL as default
ALTER TABLE message ALTER COLUMN sent SET DEFAULT NULL;

-- no default
ALTER TABLE message ALTER COLUMN state DROP DEFAULT;

-- JSON as default, the type known
ALTER TABLE message ALTER COLUMN meta SET DEFAULT '{"v":1}';

-- a comment
COMMENT ON COLUMN message.state IS 'new, sent or
"lost"';

-- no comment
COMMENT ON COLUMN message.state IS NULL;

-- another name
ALTER TABLE message RENAME COLUMN "user" TO "Author";

-- type and default
ALTER TABLE message ALTER COLUMN flag DROP DEFAULT;
ALTER TABLE message ALTER COLUMN flag TYPE boolean;
ALTER TABLE message ALTER COLUMN flag SET DEFAULT true;

-- type and default, none before
ALTER TABLE message ALTER COLUMN flag TYPE boolean;
ALTER TABLE message ALTER COLUMN flag SET DEFAULT true;

-- type, and no default any more
ALTER TABLE message ALTER COLUMN flag DROP DEFAULT;
ALTER TABLE message ALTER COLUMN flag TYPE text;

-- everything, in a schema
ALTER TABLE app."Message" ALTER COLUMN size DROP DEFAULT;
ALTER TABLE app."Message" ALTER COLUMN size TYPE numeric(12, 2) USING size::numeric;
ALTER TABLE app."Message" ALTER COLUMN size SET DEFAULT 0;
ALTER TABLE app."Message" ALTER COLUMN size SET NOT NULL;
COMMENT ON COLUMN app."Message".size IS 'bytes';
ALTER TABLE app."Message" RENAME COLUMN size TO byte_size;
