-- plain
ALTER TABLE account SET (fillfactor = 70);

-- set and reset
ALTER TABLE account SET (autovacuum_enabled = false, toast.autovacuum_vacuum_threshold = 50), RESET (fillfactor, toast.autovacuum_enabled);

-- reset
ALTER TABLE account RESET (fillfactor);

-- told what they were
ALTER TABLE account SET (fillfactor = 70);

-- of an index in a schema
ALTER INDEX "My App"."Ix" SET (buffering = 'auto');

-- of a materialized view
ALTER MATERIALIZED VIEW totals SET (fillfactor = 70);
