-- plain
ALTER TYPE order_state ADD VALUE 'returned'; -- committed before what follows

-- names and labels that need quotes
ALTER TYPE "my app"."Order" ADD VALUE 'it''s' BEFORE E'a\\b\u200b'; -- committed before what follows

-- after another, if not exists
ALTER TYPE order_state ADD VALUE IF NOT EXISTS 'returned' AFTER 'sent'; -- committed before what follows

-- outside a transaction
ALTER TYPE order_state ADD VALUE 'returned'; -- outside a transaction, committed before what follows
