-- plain
CREATE STATISTICS st ON city, postcode FROM address;

-- of one kind
CREATE STATISTICS st (dependencies) ON city, postcode FROM address;

-- in a schema, if not exists
CREATE STATISTICS IF NOT EXISTS "My App"."St" ON "Größe", a FROM "My App"."User";

-- of an expression
CREATE STATISTICS st ON (lower(email)) FROM account;

-- with everything
CREATE STATISTICS IF NOT EXISTS app.st (ndistinct, dependencies, mcv) ON email, (a || '-' -- joined
) FROM app.account;
