-- plain
ALTER INDEX user_email_idx RENAME TO ix_user_email;

-- in a schema, if exists, names that need quotes
ALTER INDEX IF EXISTS "my app"."Ix" RENAME TO "a""b";
