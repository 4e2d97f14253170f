-- its rows
ALTER POLICY own ON message
    USING (true -- all
);

-- its name
ALTER POLICY own ON message RENAME TO "Own";

-- with everything
ALTER POLICY "Own ""1""" ON "My App"."User" TO "Reader", SESSION_USER
    USING (true)
    WITH CHECK (size < 10);
ALTER POLICY "Own ""1""" ON "My App"."User" RENAME TO own;
