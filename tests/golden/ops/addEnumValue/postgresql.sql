-- plain
ALTER TYPE order_state ADD VALUE 'returned';

-- names and labels that need quotes
ALTER TYPE "my app"."Order" ADD VALUE 'it''s' BEFORE E'a\\b\u200b';

-- after another, if not exists
ALTER TYPE order_state ADD VALUE IF NOT EXISTS 'returned' AFTER 'sent';

-- outside a transaction
ALTER TYPE order_state ADD VALUE 'returned'; -- outside a transaction
