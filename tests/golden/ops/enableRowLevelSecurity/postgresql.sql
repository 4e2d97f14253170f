-- plain
ALTER TABLE account ENABLE ROW LEVEL SECURITY;

-- in a schema, names that need quotes
ALTER TABLE "My App"."User" ENABLE ROW LEVEL SECURITY;
