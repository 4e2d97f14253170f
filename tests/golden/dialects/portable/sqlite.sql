-- every type that every dialect has
CREATE TABLE types (
    c0 BIGINT,
    c1 BOOLEAN,
    c2 CHAR,
    c3 CHAR(3),
    c4 DATE,
    c5 DATETIME,
    c6 DATETIME(3),
    c7 DOUBLE,
    c8 VARCHAR(4) CHECK (c8 IN ('new', 'it''s', 'déjà')),
    c9 FLOAT,
    c10 FLOAT(24),
    c11 INTEGER,
    c12 DATETIME,
    c13 JSON,
    c14 BLOB,
    c15 NUMERIC,
    c16 NUMERIC(10),
    c17 NUMERIC(10, 2),
    c18 SMALLINT,
    c19 VARCHAR(20),
    c20 TEXT,
    c21 TIME,
    c22 TIME(6),
    c23 VARCHAR(20),
    c24 TEXT,
    c25 CHAR(32),
    c26 TEXT
);

-- keys, references, checks and comments
CREATE TABLE account (
    id INTEGER NOT NULL,
    email VARCHAR(190) NOT NULL /* what's \ * / in it */,
    PRIMARY KEY (id),
    UNIQUE (email)
);
CREATE TABLE IF NOT EXISTS message /* people's messages */ (
    account_id BIGINT NOT NULL,
    number INTEGER NOT NULL CONSTRAINT ck_number CHECK (number > 0),
    parent INTEGER,
    reply BIGINT,
    body VARCHAR(100) DEFAULT 'it''s \ empty' /* plain text */,
    size INTEGER GENERATED ALWAYS AS (length(body) -- bytes
),
    double_size INTEGER GENERATED ALWAYS AS (length(body) * 2) STORED,
    at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT pk_message PRIMARY KEY (account_id, number),
    FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT uq_parent UNIQUE (parent, number),
    CONSTRAINT fk_parent FOREIGN KEY (reply, parent) REFERENCES message (account_id, number) ON DELETE NO ACTION ON UPDATE RESTRICT,
    CONSTRAINT ck_body CHECK (body <> '' -- not empty
)
);
CREATE INDEX IF NOT EXISTS ix_message_at ON message (at);
CREATE UNIQUE INDEX IF NOT EXISTS ix_size ON message (size, at);

-- defaults of every kind
CREATE TABLE defaults (
    a TEXT DEFAULT 'text',
    b BOOLEAN DEFAULT 1 NOT NULL,
    c JSON DEFAULT '{"v":[1,"it''s"]}',
    d JSON DEFAULT '{}',
    e NUMERIC(10, 2) DEFAULT -1.5,
    f BIGINT DEFAULT 9223372036854775807,
    g BLOB DEFAULT x'0027ff',
    h DATETIME DEFAULT '2024-12-31 23:59:59',
    i DATE DEFAULT '2024-12-31',
    j INTEGER DEFAULT (1 + 2),
    k VARCHAR(20) DEFAULT NULL,
    l VARCHAR(4) DEFAULT 'it''s' CHECK (l IN ('new', 'it''s')),
    m CHAR(32) DEFAULT '1975ea83b71240008000000000000000'
);
CREATE TABLE other (
    id INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (id)
);
INSERT INTO other DEFAULT VALUES;
INSERT INTO other (id) VALUES (9);
INSERT INTO other (note) VALUES ('x');

-- values of every kind
CREATE TABLE samples (
    id INTEGER NOT NULL,
    text TEXT,
    flag BOOLEAN,
    number DOUBLE,
    json JSON,
    bytes BLOB,
    moment DATETIME(3),
    clock TIME(3),
    state VARCHAR(4) CHECK (state IN ('new', 'it''s')),
    uuid CHAR(32),
    PRIMARY KEY (id)
);
INSERT INTO samples (id, text, flag, number, json, bytes, moment, clock, state, uuid) VALUES (1, 'it''s C:\temp\ 😀	tab
line \', 1, -0.5, '{"it''s":["\\","\n","ü",null,1.5]}', x'00275cff', '2024-02-29 23:59:59.999', '23:59:59.999', 'it''s', '1975ea83b71240008000000000000000');
INSERT INTO samples (id, text, flag, number, json) VALUES (2, ('zero' || char(8203) || 'width ' || char(8238, 13) || '
'), 0, 1e+300, '[]');
INSERT INTO samples (id, text, number) VALUES (3, (char(8294)), NULL);

-- columns that come and go
CREATE TABLE account (
    id INTEGER NOT NULL,
    email VARCHAR(100),
    PRIMARY KEY (id)
);
ALTER TABLE account ADD COLUMN "plan" VARCHAR(20) DEFAULT 'free' NOT NULL /* paid */;
ALTER TABLE account ADD COLUMN owner BIGINT REFERENCES account (id);
CREATE INDEX ix_account_owner ON account (owner);
ALTER TABLE account ADD COLUMN age INTEGER CHECK (age > 0);
ALTER TABLE account ADD COLUMN length INTEGER GENERATED ALWAYS AS (length(email));
ALTER TABLE account RENAME COLUMN "plan" TO "Select";
CREATE INDEX ix_lower ON account (lower(email) DESC, id, id + 1);
CREATE UNIQUE INDEX ix_email ON account (email DESC);
DROP INDEX ix_lower;
ALTER TABLE account DROP COLUMN length;
ALTER TABLE account DROP COLUMN age;
ALTER TABLE account RENAME TO "Order";
DROP TABLE "Order";

-- a table that is altered
CREATE TABLE item (
    id BIGINT,
    name VARCHAR(20),
    parent BIGINT
);
-- OPERATION_UNSUPPORTED: sqlite cannot add a primary key to a table (create the table with it)
-- OPERATION_UNSUPPORTED: sqlite cannot add a unique constraint to a table (a unique index says the same: createIndex(…, { unique: true }))
-- OPERATION_UNSUPPORTED: sqlite cannot add a check to a table (create the table with it)
-- OPERATION_UNSUPPORTED: sqlite cannot add a foreign key to a table (create the table with it)
-- OPERATION_UNSUPPORTED: sqlite cannot set the comment of a table
-- OPERATION_UNSUPPORTED: sqlite cannot remove the comment of a table
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot drop a constraint of a table (create another table without it, copy the rows, drop the old one and rename the new one)

-- a column that is said again
CREATE TABLE item (
    id INTEGER NOT NULL,
    n INTEGER,
    s TEXT DEFAULT 'x',
    PRIMARY KEY (id)
);
-- OPERATION_UNSUPPORTED: sqlite cannot change the nullability of column "n" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "n" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot change the default of column "n" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot change the comment of column "s" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "id" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)
-- OPERATION_UNSUPPORTED: sqlite cannot change the type of column "n" (it can be renamed; for anything else create another table, copy the rows, drop the old one and rename the new one)
