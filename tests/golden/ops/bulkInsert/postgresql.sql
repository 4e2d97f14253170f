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
INSERT INTO role (id, name) VALUES
    (1, DEFAULT),
    (2, NULL),
    (DEFAULT, 'x');

-- rows of defaults
INSERT INTO role DEFAULT VALUES;
INSERT INTO role DEFAULT VALUES;

-- labels of enums
INSERT INTO "order" (state, states) VALUES
    ('it''s', ARRAY['new', NULL]::order_state[]),
    (NULL, ARRAY[]::order_state[]),
    (DEFAULT, '{new}');

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
    (E'cr\r
lf'),
    (E'zero\u200bwidth \u202eright-to-left\u202c 😀'),
    (E'both ''\\'' and \x07');

-- numbers
INSERT INTO sample ("int", value) VALUES
    (-1, -0.5),
    (9223372036854775807, 'NaN'),
    (-9223372036854775808, 'Infinity'),
    (9007199254740991, '-Infinity'),
    (0, 1e+300),
    (NULL, 5e-324);

-- dates and times
INSERT INTO event (day, local, moment) VALUES
    ('2024-02-29', '2024-02-29 23:59:59.999', '2024-02-29 23:59:59.999+00'),
    ('2024-03-01', '1970-01-01 00:00:00', '1970-01-01 00:00:00+00');

-- booleans, bytes and identifiers
INSERT INTO blob (id, ok, data) VALUES
    ('1975ea83-b712-4000-8000-000000000000', true, '\x00275cff'),
    (NULL, false, '\x');

-- JSON and arrays
INSERT INTO doc (data, text, tags, grid) VALUES
    (E'{"it''s":["\\\\","\\n","\u202e",null,true,1.5]}', '[]', ARRAY['a''b', 'c\d', NULL]::text[], ARRAY[ARRAY[1, 2], ARRAY[3, -4]]::integer[][]),
    ('"a string"', '1', ARRAY[]::text[], '{{1},{2}}'),
    (NULL, 'false', NULL, ARRAY[]::integer[][]);

-- expressions
INSERT INTO event (at, id) VALUES
    (now(), nextval('event_id_seq')),
    (now() -- at the start
, 1 + (-1));
