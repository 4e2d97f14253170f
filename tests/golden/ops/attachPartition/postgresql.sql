-- range
ALTER TABLE event ATTACH PARTITION event_2026 FOR VALUES FROM ('2026-01-01') TO (MAXVALUE);

-- list
ALTER TABLE event ATTACH PARTITION event_de FOR VALUES IN ('de', NULL);

-- hash
ALTER TABLE event ATTACH PARTITION event_0 FOR VALUES WITH (MODULUS 4, REMAINDER 0);

-- default
ALTER TABLE event ATTACH PARTITION event_rest DEFAULT;

-- in a schema
ALTER TABLE "My App"."Event" ATTACH PARTITION "My App"."Event ""1""" FOR VALUES IN (1);

-- in another schema than the parent
ALTER TABLE app.event ATTACH PARTITION archive.event_1 FOR VALUES IN (1);
