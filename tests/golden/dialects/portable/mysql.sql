-- every type that every dialect has
CREATE TABLE `types` (
    `c0` BIGINT,
    `c1` BOOLEAN,
    `c2` CHAR,
    `c3` CHAR(3),
    `c4` DATE,
    `c5` DATETIME,
    `c6` DATETIME(3),
    `c7` DOUBLE,
    `c8` ENUM('new', 'it''s', 'déjà'),
    `c9` FLOAT,
    `c10` FLOAT(24),
    `c11` INTEGER,
    `c12` DATETIME,
    `c13` JSON,
    `c14` BLOB,
    `c15` NUMERIC,
    `c16` NUMERIC(10),
    `c17` NUMERIC(10, 2),
    `c18` SMALLINT,
    `c19` VARCHAR(20),
    `c20` TEXT,
    `c21` TIME,
    `c22` TIME(6),
    `c23` VARCHAR(20),
    `c24` TEXT,
    `c25` CHAR(32),
    `c26` TEXT
);

-- keys, references, checks and comments
CREATE TABLE `account` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `email` VARCHAR(190) NOT NULL COMMENT 'what''s \\ */ in it',
    PRIMARY KEY (`id`),
    UNIQUE (`email`)
);
CREATE TABLE IF NOT EXISTS `message` (
    `account_id` BIGINT NOT NULL,
    `number` INTEGER NOT NULL,
    `parent` INTEGER,
    `reply` BIGINT,
    `body` VARCHAR(100) DEFAULT 'it''s \\ empty' COMMENT 'plain text',
    `size` INTEGER GENERATED ALWAYS AS (length(body) -- bytes
),
    `double_size` INTEGER GENERATED ALWAYS AS (length(body) * 2) STORED,
    `at` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT `pk_message` PRIMARY KEY (`account_id`, `number`),
    FOREIGN KEY (`account_id`) REFERENCES `account` (`id`) ON DELETE CASCADE,
    CONSTRAINT `uq_parent` UNIQUE (`parent`, `number`),
    CONSTRAINT `fk_parent` FOREIGN KEY (`reply`, `parent`) REFERENCES `message` (`account_id`, `number`) ON DELETE NO ACTION ON UPDATE RESTRICT,
    CONSTRAINT `ck_body` CHECK (`body` <> '' -- not empty
),
    CONSTRAINT `ck_number` CHECK (number > 0),
    INDEX `ix_message_at` (`at`),
    UNIQUE INDEX `ix_size` (`size`, `at`)
)
COMMENT = 'people''s messages';

-- defaults of every kind
CREATE TABLE `defaults` (
    `a` TEXT DEFAULT ('text'),
    `b` BOOLEAN NOT NULL DEFAULT true,
    `c` JSON DEFAULT ('{"v":[1,"it''s"]}'),
    `d` JSON DEFAULT ('{}'),
    `e` NUMERIC(10, 2) DEFAULT -1.5,
    `f` BIGINT DEFAULT 9223372036854775807,
    `g` BLOB DEFAULT (X'0027ff'),
    `h` DATETIME DEFAULT '2024-12-31 23:59:59',
    `i` DATE DEFAULT '2024-12-31',
    `j` INTEGER DEFAULT (1 + 2),
    `k` VARCHAR(20) DEFAULT NULL,
    `l` ENUM('new', 'it''s') DEFAULT 'it''s',
    `m` CHAR(32) DEFAULT '1975ea83b71240008000000000000000'
);
CREATE TABLE `other` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `note` TEXT,
    PRIMARY KEY (`id`)
);
INSERT INTO `other` (`id`, `note`) VALUES
    (DEFAULT, DEFAULT),
    (9, DEFAULT),
    (DEFAULT, 'x');

-- values of every kind
CREATE TABLE `samples` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `text` TEXT,
    `flag` BOOLEAN,
    `number` DOUBLE,
    `json` JSON,
    `bytes` BLOB,
    `moment` DATETIME(3),
    `clock` TIME(3),
    `state` ENUM('new', 'it''s'),
    `uuid` CHAR(32),
    PRIMARY KEY (`id`)
);
INSERT INTO `samples` (`id`, `text`, `flag`, `number`, `json`, `bytes`, `moment`, `clock`, `state`, `uuid`) VALUES
    (1, 'it''s C:\\temp\\ 😀	tab
line \\', true, -0.5, '{"it''s":["\\\\","\\n","ü",null,1.5]}', X'00275cff', '2024-02-29 23:59:59.999', '23:59:59.999', 'it''s', '1975ea83b71240008000000000000000'),
    (2, _utf8mb4 X'7a65726fe2808b776964746820e280ae0d0a', false, 1e+300, '[]', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
    (3, _utf8mb4 X'e281a6', DEFAULT, NULL, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT);

-- columns that come and go
CREATE TABLE `account` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `email` VARCHAR(100),
    PRIMARY KEY (`id`)
);
ALTER TABLE `account` ADD COLUMN `plan` VARCHAR(20) NOT NULL DEFAULT 'free' COMMENT 'paid';
ALTER TABLE `account` ADD COLUMN `owner` BIGINT, ADD FOREIGN KEY (`owner`) REFERENCES `account` (`id`), ADD INDEX `ix_account_owner` (`owner`);
ALTER TABLE `account` ADD COLUMN `age` INTEGER CHECK (age > 0);
ALTER TABLE `account` ADD COLUMN `length` INTEGER GENERATED ALWAYS AS (length(email));
ALTER TABLE `account` RENAME COLUMN `plan` TO `Select`;
CREATE INDEX `ix_lower` ON `account` ((lower(email)) DESC, `id`, (id + 1));
CREATE UNIQUE INDEX `ix_email` ON `account` (email DESC);
DROP INDEX `ix_lower` ON `account`;
ALTER TABLE `account` DROP COLUMN `length`;
ALTER TABLE `account` DROP COLUMN `age`;
ALTER TABLE `account` RENAME TO `Order`;
DROP TABLE `Order`;

-- a table that is altered
CREATE TABLE `item` (
    `id` BIGINT,
    `name` VARCHAR(20),
    `parent` BIGINT
);
ALTER TABLE `item` ADD CONSTRAINT `pk_item` PRIMARY KEY (`id`);
ALTER TABLE `item` ADD CONSTRAINT `uq_name` UNIQUE (`name`);
ALTER TABLE `item` ADD CONSTRAINT `ck_name` CHECK (name <> '');
ALTER TABLE `item` ADD CONSTRAINT `fk_parent` FOREIGN KEY (`parent`) REFERENCES `item` (`id`) ON DELETE SET NULL;
ALTER TABLE `item` COMMENT = 'what''s sold';
ALTER TABLE `item` COMMENT = '';
ALTER TABLE `item` DROP FOREIGN KEY `fk_parent`;
ALTER TABLE `item` DROP CONSTRAINT `ck_name`;
ALTER TABLE `item` DROP INDEX `uq_name`;
ALTER TABLE `item` DROP PRIMARY KEY;

-- a column that is said again
CREATE TABLE `item` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    `n` INTEGER,
    `s` TEXT DEFAULT ('x'),
    PRIMARY KEY (`id`)
);
ALTER TABLE `item` MODIFY COLUMN `n` INTEGER NOT NULL;
ALTER TABLE `item` ALTER COLUMN `n` SET DEFAULT 5;
ALTER TABLE `item` ALTER COLUMN `n` DROP DEFAULT;
ALTER TABLE `item` CHANGE COLUMN `s` `text` TEXT DEFAULT ('x') COMMENT 'it''s kept';
ALTER TABLE `item` MODIFY COLUMN `id` INTEGER NOT NULL AUTO_INCREMENT;
ALTER TABLE `item` MODIFY COLUMN `n` VARCHAR(10) NOT NULL DEFAULT 'none';
