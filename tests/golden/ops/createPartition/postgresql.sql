-- range
CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- range of several columns, open at both ends
CREATE TABLE event_rest PARTITION OF event FOR VALUES FROM (MINVALUE, MINVALUE) TO ('1970-01-01 00:00:00+00', MAXVALUE);

-- list
CREATE TABLE event_de PARTITION OF event FOR VALUES IN ('de', 'o''c', NULL);

-- list of one
CREATE TABLE event_1 PARTITION OF event FOR VALUES IN (-1);

-- hash
CREATE TABLE event_0 PARTITION OF event FOR VALUES WITH (MODULUS 4, REMAINDER 0);

-- default
CREATE TABLE event_rest PARTITION OF event DEFAULT;

-- in a schema, if not exists
CREATE TABLE IF NOT EXISTS "My App"."Event ""1""" PARTITION OF "My App"."Event" FOR VALUES IN (1);

-- in another schema than the parent
CREATE TABLE archive.event_1 PARTITION OF app.event FOR VALUES IN (1);

-- with everything
CREATE TABLE IF NOT EXISTS app.event_2026 PARTITION OF app.event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
PARTITION BY LIST (country)
USING "Heap"
WITH (fillfactor = 70, toast.autovacuum_enabled = false)
TABLESPACE "Fast";
