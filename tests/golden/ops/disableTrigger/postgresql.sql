-- plain
ALTER TABLE account DISABLE TRIGGER tr;

-- in a schema, names that need quotes
ALTER TABLE app."User" DISABLE TRIGGER "user";
