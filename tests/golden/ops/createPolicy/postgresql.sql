-- plain
CREATE POLICY own ON message
    USING (author = current_user);

-- without a condition
CREATE POLICY "none" ON message;

-- in a schema, names that need quotes, roles of all kinds
CREATE POLICY "Own ""1""" ON "My App"."User" TO "Reader", public, CURRENT_USER, :writer
    USING (true);

-- of rows that are written
CREATE POLICY own ON message FOR INSERT TO writer
    WITH CHECK (plan = 'it''s' -- at last
);

-- with everything
CREATE POLICY own ON app.message AS RESTRICTIVE FOR UPDATE TO writer
    USING (author = current_user)
    WITH CHECK (size < 10);
COMMENT ON POLICY own ON app.message IS 'who''s there';

-- permissive, of all commands
CREATE POLICY own ON message AS PERMISSIVE FOR ALL;
