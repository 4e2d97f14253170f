-- one row
INSERT INTO `role` (`name`) VALUES ('admin');

-- several rows
INSERT INTO `app`.`role` (`id`, `name`) VALUES
    (1, 'admin'),
    (2, 'member');

-- one INSERT a row
INSERT INTO `role` (`id`) VALUES (1);
INSERT INTO `role` (`id`) VALUES (2);

-- values that only some rows have
INSERT INTO `role` (`id`, `name`) VALUES
    (1, DEFAULT),
    (2, NULL),
    (DEFAULT, 'x');

-- rows of defaults
INSERT INTO `role` () VALUES ();
INSERT INTO `role` () VALUES ();

-- labels of enums
-- LITERAL_INVALID: rows[0].states: an array has no literal of type array (only json columns take one)

-- no row
-- no statement

-- names that need quotes
INSERT INTO `Order` (`to`, `a.b"c`) VALUES ('1', '2');

-- strings
INSERT INTO `note` (`body`) VALUES
    ('it''s'),
    ('C:\\temp'),
    ('two
lines	and a tab'),
    (''),
    ('a "quoted" :name %s $1 -- no comment; /* none */ $$'),
    ('cr\r
lf'),
    (_utf8mb4 X'7a65726fe2808b776964746820e280ae72696768742d746f2d6c656674e280ac20f09f9880'),
    (_utf8mb4 X'626f746820275c2720616e642007');

-- numbers
-- LITERAL_INVALID: rows[1].value: NaN has no literal (MySQL stores finite numbers only)

-- dates and times
-- LITERAL_INVALID: rows[0].local: the column keeps no milliseconds of 2024-02-29 23:59:59.999 (write t.dateTime({ precision: 3 }))

-- booleans, bytes and identifiers
INSERT INTO `blob` (`id`, `ok`, `data`) VALUES
    ('1975ea83b71240008000000000000000', true, X'00275cff'),
    (NULL, false, X'');

-- JSON and arrays
-- LITERAL_INVALID: rows[0].tags: an array has no literal of type array (only json columns take one)

-- expressions
INSERT INTO `event` (`at`, `id`) VALUES
    (now(), nextval('event_id_seq')),
    (now() -- at the start
, 1 + (-1));
