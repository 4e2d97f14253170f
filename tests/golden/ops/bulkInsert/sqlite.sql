-- one row
INSERT INTO role (name) VALUES ('admin');

-- several rows
INSERT INTO app.role (id, name) VALUES
    (1, 'admin'),
    (2, 'member');

-- one INSERT a row
INSERT INTO role (id) VALUES (1);
INSERT INTO role (id) VALUES (2);

-- values that only some rows have
INSERT INTO role (id) VALUES (1);
INSERT INTO role (id, name) VALUES (2, NULL);
INSERT INTO role (name) VALUES ('x');

-- rows of defaults
INSERT INTO role DEFAULT VALUES;
INSERT INTO role DEFAULT VALUES;

-- labels of enums
-- LITERAL_INVALID: rows[0].states: an array has no literal of type array (only json columns take one)

-- no row
-- no statement

-- names that need quotes
INSERT INTO "Order" ("to", "a.b""c") VALUES ('1', '2');

-- strings
INSERT INTO note (body) VALUES
    ('it''s'),
    ('C:\temp'),
    ('two
lines	and a tab'),
    (''),
    ('a "quoted" :name %s $1 -- no comment; /* none */ $$'),
    (('cr' || char(13) || '
lf')),
    (('zero' || char(8203) || 'width ' || char(8238) || 'right-to-left' || char(8236) || ' 😀')),
    (('both ''\'' and ' || char(7)));

-- numbers
-- LITERAL_INVALID: rows[1].value: NaN has no literal (SQLite stores NULL instead)

-- dates and times
INSERT INTO event (day, local, moment) VALUES
    ('2024-02-29', '2024-02-29 23:59:59.999', '2024-02-29 23:59:59.999'),
    ('2024-03-01', '1970-01-01 00:00:00', '1970-01-01 00:00:00');

-- booleans, bytes and identifiers
INSERT INTO blob (id, ok, data) VALUES
    ('1975ea83b71240008000000000000000', 1, x'00275cff'),
    (NULL, 0, x'');

-- JSON and arrays
-- LITERAL_INVALID: rows[0].tags: an array has no literal of type array (only json columns take one)

-- expressions
INSERT INTO event (at, id) VALUES
    (now(), nextval('event_id_seq')),
    (now() -- at the start
, 1 + (-1));
