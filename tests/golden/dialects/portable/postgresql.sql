-- every type that every dialect has
CREATE TYPE state AS ENUM ('new', 'it''s', 'déjà');
CREATE TABLE types (
    c0 bigint,
    c1 boolean,
    c2 char,
    c3 char(3),
    c4 date,
    c5 timestamp without time zone,
    c6 timestamp(3) with time zone,
    c7 double precision,
    c8 state,
    c9 double precision,
    c10 float(24),
    c11 integer,
    c12 interval,
    c13 json,
    c14 bytea,
    c15 numeric,
    c16 numeric(10),
    c17 numeric(10, 2),
    c18 smallint,
    c19 varchar(20),
    c20 text,
    c21 time without time zone,
    c22 time(6) without time zone,
    c23 varchar(20),
    c24 text,
    c25 uuid,
    c26 tsvector
);

-- keys, references, checks and comments
CREATE TABLE account (
    id bigserial NOT NULL,
    email varchar(190) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (email)
);
COMMENT ON COLUMN account.email IS 'what''s \ */ in it';
CREATE TABLE IF NOT EXISTS message (
    account_id bigint NOT NULL,
    number integer NOT NULL CONSTRAINT ck_number CHECK (number > 0),
    parent integer,
    reply bigint,
    body varchar(100) DEFAULT 'it''s \ empty',
    size integer GENERATED ALWAYS AS (length(body) -- bytes
) STORED,
    double_size integer GENERATED ALWAYS AS (length(body) * 2) STORED,
    at timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT pk_message PRIMARY KEY (account_id, number),
    FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT uq_parent UNIQUE (parent, number),
    CONSTRAINT fk_parent FOREIGN KEY (reply, parent) REFERENCES message (account_id, number) ON DELETE NO ACTION ON UPDATE RESTRICT,
    CONSTRAINT ck_body CHECK (body <> '' -- not empty
)
);
CREATE INDEX IF NOT EXISTS ix_message_at ON message (at);
CREATE UNIQUE INDEX IF NOT EXISTS ix_size ON message (size, at);
COMMENT ON TABLE message IS 'people''s messages';
COMMENT ON COLUMN message.body IS 'plain text';

-- defaults of every kind
CREATE TYPE state AS ENUM ('new', 'it''s');
CREATE TABLE defaults (
    a text DEFAULT 'text',
    b boolean DEFAULT true NOT NULL,
    c json DEFAULT '{"v":[1,"it''s"]}',
    d json DEFAULT '{}',
    e numeric(10, 2) DEFAULT -1.5,
    f bigint DEFAULT 9223372036854775807,
    g bytea DEFAULT '\x0027ff',
    h timestamp without time zone DEFAULT '2024-12-31 23:59:59',
    i date DEFAULT '2024-12-31',
    j integer DEFAULT 1 + 2,
    k varchar(20) DEFAULT NULL,
    l state DEFAULT 'it''s',
    m uuid DEFAULT '1975EA83-b712-4000-8000-000000000000'
);
CREATE TABLE other (
    id bigserial NOT NULL,
    note text,
    PRIMARY KEY (id)
);
INSERT INTO other (id, note) VALUES
    (DEFAULT, DEFAULT),
    (9, DEFAULT),
    (DEFAULT, 'x');

-- values of every kind
CREATE TYPE state AS ENUM ('new', 'it''s');
CREATE TABLE samples (
    id bigserial NOT NULL,
    text text,
    flag boolean,
    number double precision,
    "json" json,
    bytes bytea,
    moment timestamp(3) without time zone,
    clock time(3) without time zone,
    state state,
    uuid uuid,
    PRIMARY KEY (id)
);
INSERT INTO samples (id, text, flag, number, "json", bytes, moment, clock, state, uuid) VALUES
    (1, 'it''s C:\temp\ 😀	tab
line \', true, -0.5, '{"it''s":["\\","\n","ü",null,1.5]}', '\x00275cff', '2024-02-29 23:59:59.999', '2024-02-29 23:59:59.999+00', 'it''s', '1975ea83-b712-4000-8000-000000000000'),
    (2, E'zero\u200bwidth \u202e\r
', false, 1e+300, '[]', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
    (3, E'\u2066', DEFAULT, NULL, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT);

-- columns that come and go
CREATE TABLE account (
    id bigserial NOT NULL,
    email varchar(100),
    PRIMARY KEY (id)
);
ALTER TABLE account ADD COLUMN plan varchar(20) DEFAULT 'free' NOT NULL;
COMMENT ON COLUMN account.plan IS 'paid';
ALTER TABLE account ADD COLUMN owner bigint REFERENCES account (id);
CREATE INDEX ix_account_owner ON account (owner);
ALTER TABLE account ADD COLUMN age integer CHECK (age > 0);
ALTER TABLE account ADD COLUMN length integer GENERATED ALWAYS AS (length(email)) STORED;
ALTER TABLE account RENAME COLUMN plan TO "Select";
CREATE INDEX ix_lower ON account (lower(email) DESC, id, (id + 1));
CREATE UNIQUE INDEX ix_email ON account (email DESC);
DROP INDEX ix_lower;
ALTER TABLE account DROP COLUMN length;
ALTER TABLE account DROP COLUMN age;
ALTER TABLE account RENAME TO "Order";
DROP TABLE "Order";

-- a table that is altered
CREATE TABLE item (
    id bigint,
    name varchar(20),
    parent bigint
);
ALTER TABLE item ADD CONSTRAINT pk_item PRIMARY KEY (id);
ALTER TABLE item ADD CONSTRAINT uq_name UNIQUE (name);
ALTER TABLE item ADD CONSTRAINT ck_name CHECK (name <> '');
ALTER TABLE item ADD CONSTRAINT fk_parent FOREIGN KEY (parent) REFERENCES item (id) ON DELETE SET NULL;
COMMENT ON TABLE item IS 'what''s sold';
COMMENT ON TABLE item IS NULL;
ALTER TABLE item DROP CONSTRAINT fk_parent;
ALTER TABLE item DROP CONSTRAINT ck_name;
ALTER TABLE item DROP CONSTRAINT uq_name;
ALTER TABLE item DROP CONSTRAINT pk_item;

-- a column that is said again
CREATE TABLE item (
    id bigserial NOT NULL,
    n integer,
    s text DEFAULT 'x',
    PRIMARY KEY (id)
);
ALTER TABLE item ALTER COLUMN n SET NOT NULL;
ALTER TABLE item ALTER COLUMN n SET DEFAULT 5;
ALTER TABLE item ALTER COLUMN n DROP DEFAULT;
COMMENT ON COLUMN item.s IS 'it''s kept';
ALTER TABLE item RENAME COLUMN s TO text;
ALTER TABLE item ALTER COLUMN id TYPE integer;
ALTER TABLE item ALTER COLUMN n TYPE varchar(10);
ALTER TABLE item ALTER COLUMN n SET DEFAULT 'none';
