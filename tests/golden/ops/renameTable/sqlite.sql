-- plain
ALTER TABLE chat RENAME TO conversation;

-- in a schema
ALTER TABLE app.user RENAME TO "User";
