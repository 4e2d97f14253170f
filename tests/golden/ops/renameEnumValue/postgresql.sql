-- plain
ALTER TYPE order_state RENAME VALUE 'sent' TO 'shipped';

-- names and labels that need quotes
ALTER TYPE "my app"."Order" RENAME VALUE 'it''s' TO E'a\\b\u200b';
