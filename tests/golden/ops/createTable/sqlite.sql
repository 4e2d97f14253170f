-- enums
-- OPERATION_UNSUPPORTED: sqlite cannot spell the type "array" (say what it is there: t.variant(…, { sqlite: t.text() }))

-- an enum, if not exists
CREATE TABLE IF NOT EXISTS "order" (
    state VARCHAR(3) CHECK (state IN ('new'))
);

-- plain
CREATE TABLE user (
    id CHAR(32) NOT NULL,
    email VARCHAR(255) NOT NULL,
    created_at DATETIME DEFAULT (now()) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (email)
);

-- without columns
-- OPERATION_UNSUPPORTED: sqlite cannot create a table without columns (give it one)

-- a key that counts by itself
CREATE TABLE account (
    id INTEGER NOT NULL,
    PRIMARY KEY (id)
);

-- keys that count in every size
CREATE TABLE small (
    id INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE medium (
    id INTEGER NOT NULL,
    PRIMARY KEY (id)
);

-- keys that do not count by themselves
CREATE TABLE a (
    id INT NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE b (
    id INT DEFAULT 1 NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE c (
    id INT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (id) REFERENCES a (id)
);
CREATE TABLE d (
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    PRIMARY KEY (a, b)
);

-- a key over several columns that counts
-- OPERATION_UNSUPPORTED: sqlite cannot let column "id" count by itself (only a column that alone is the key can)

-- every option, in a schema
-- OPERATION_UNSUPPORTED: sqlite cannot create UNLOGGED tables (leave the prefix out)

-- a temporary one
CREATE TEMPORARY TABLE work (
    n INTEGER
);

-- a partitioned one
CREATE TABLE event (
    at DATE NOT NULL
);

-- one that inherits
-- OPERATION_UNSUPPORTED: sqlite cannot create a table without columns (give it one)

-- constraints and indexes among the elements
-- OPERATION_UNSUPPORTED: sqlite cannot spell the type "tstzrange" (say what it is there: t.variant(…, { sqlite: t.text() }))

-- rows for the table that came back
CREATE TABLE app.role (
    name TEXT
);
INSERT INTO app.role (name) VALUES ('admin');

-- every type
-- OPERATION_UNSUPPORTED: sqlite cannot limit the fields or the precision of an interval (leave them out)
