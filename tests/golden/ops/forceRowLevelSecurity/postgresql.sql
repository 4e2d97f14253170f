-- plain
ALTER TABLE account FORCE ROW LEVEL SECURITY;

-- in a schema, names that need quotes
ALTER TABLE "My App"."User" FORCE ROW LEVEL SECURITY;
