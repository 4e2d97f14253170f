-- plain
ALTER SCHEMA billing RENAME TO accounting;

-- names that need quotes
ALTER SCHEMA "user" RENAME TO "o'reilly";
