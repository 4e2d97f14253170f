-- plain
ALTER TABLE account ENABLE TRIGGER tr;

-- in a schema, names that need quotes
ALTER TABLE app."User" ENABLE TRIGGER "all";
