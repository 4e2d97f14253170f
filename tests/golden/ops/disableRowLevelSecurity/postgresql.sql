-- plain
ALTER TABLE account DISABLE ROW LEVEL SECURITY;

-- in a schema, names that need quotes
ALTER TABLE "My App"."User" DISABLE ROW LEVEL SECURITY;
