-- enums
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "array" (say what it is there: t.variant(…, { mysql: t.text() }))

-- an enum, if not exists
CREATE TABLE IF NOT EXISTS `order` (
    `state` ENUM('new')
);

-- plain
CREATE TABLE `user` (
    `id` CHAR(32) NOT NULL,
    `email` VARCHAR(255) NOT NULL,
    `created_at` DATETIME NOT NULL DEFAULT now(),
    PRIMARY KEY (`id`),
    UNIQUE (`email`)
);

-- without columns
-- OPERATION_UNSUPPORTED: mysql cannot create a table without columns (give it one)

-- a key that counts by itself
CREATE TABLE `account` (
    `id` BIGINT NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`)
);

-- keys that count in every size
CREATE TABLE `small` (
    `id` SMALLINT NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`)
);
CREATE TABLE `medium` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (`id`)
);

-- keys that do not count by themselves
CREATE TABLE `a` (
    `id` INTEGER NOT NULL,
    PRIMARY KEY (`id`)
);
CREATE TABLE `b` (
    `id` INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (`id`)
);
CREATE TABLE `c` (
    `id` INTEGER NOT NULL,
    PRIMARY KEY (`id`),
    FOREIGN KEY (`id`) REFERENCES `a` (`id`)
);
CREATE TABLE `d` (
    `a` INTEGER NOT NULL,
    `b` INTEGER NOT NULL,
    PRIMARY KEY (`a`, `b`)
);

-- a key over several columns that counts
CREATE TABLE `part` (
    `id` INTEGER NOT NULL AUTO_INCREMENT,
    `version` INTEGER NOT NULL,
    PRIMARY KEY (`id`, `version`)
);

-- every option, in a schema
-- OPERATION_UNSUPPORTED: mysql cannot give column "id" an identity (write autoincrement: true)

-- a temporary one
CREATE TEMPORARY TABLE `work` (
    `n` INTEGER
);

-- a partitioned one
CREATE TABLE `event` (
    `at` DATE NOT NULL
);

-- one that inherits
-- OPERATION_UNSUPPORTED: mysql cannot create a table without columns (give it one)

-- constraints and indexes among the elements
-- OPERATION_UNSUPPORTED: mysql cannot spell the type "tstzrange" (say what it is there: t.variant(…, { mysql: t.text() }))

-- rows for the table that came back
CREATE TABLE `app`.`role` (
    `name` TEXT
);
INSERT INTO `app`.`role` (`name`) VALUES ('admin');

-- every type
-- OPERATION_UNSUPPORTED: mysql cannot limit the fields or the precision of an interval (leave them out)
