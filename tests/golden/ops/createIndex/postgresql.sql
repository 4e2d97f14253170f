-- plain
CREATE INDEX ix_account_email ON account (email);

-- named by convention
CREATE INDEX ix_account_last ON account (last, first);

-- named by convention, too long
CREATE INDEX ix_a_table_with_a_name_of_quite_some_length_a_column_wi_ec36 ON a_table_with_a_name_of_quite_some_length (a_column_with_a_long_name);

-- unique, in a schema, if not exists
CREATE UNIQUE INDEX IF NOT EXISTS ix ON app.account (email);

-- names that need quotes
CREATE INDEX "Ix ""user""" ON "My App"."User" ("select", "Größe", "lower(email)");

-- an expression
CREATE INDEX ix ON account (lower(email), id, (a || '-'));

-- concurrently
CREATE INDEX CONCURRENTLY ix ON account (email); -- outside a transaction

-- without concurrently
CREATE INDEX ix ON account (email);

-- for some rows
CREATE UNIQUE INDEX ix ON account (email) WHERE (deleted_at IS NULL);

-- for some rows, with a comment at the end
CREATE INDEX ix ON account (email) WHERE (plan = 'free' -- for now
);

-- with operator classes
CREATE INDEX ix ON message USING gin (body gin_trgm_ops, id public."Int_Ops");

-- with everything
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON app.account USING btree (email text_pattern_ops, lower(name)) INCLUDE (id, "user") NULLS NOT DISTINCT WITH (fillfactor = 70, deduplicate_items = false, toast.x = 'it''s "on"') TABLESPACE "Fast" WHERE (deleted_at IS NULL); -- outside a transaction

-- online
CREATE UNIQUE INDEX CONCURRENTLY ix ON account (email); -- outside a transaction
