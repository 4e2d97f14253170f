-- plain
ALTER TABLE event DETACH PARTITION event_2026;

-- told what it was
ALTER TABLE event DETACH PARTITION event_2026;

-- in a schema
ALTER TABLE "My App"."Event" DETACH PARTITION "My App"."Event ""1""";

-- in another schema than the parent
ALTER TABLE app.event DETACH PARTITION archive.event_1;

-- concurrently
ALTER TABLE app."o'clock" DETACH PARTITION app."Event_1" CONCURRENTLY; -- outside a transaction

-- what was begun concurrently
ALTER TABLE event DETACH PARTITION event_1 FINALIZE;
