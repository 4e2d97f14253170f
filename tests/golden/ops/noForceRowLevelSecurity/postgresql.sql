-- plain
ALTER TABLE account NO FORCE ROW LEVEL SECURITY;

-- in a schema, names that need quotes
ALTER TABLE "My App"."User" NO FORCE ROW LEVEL SECURITY;
