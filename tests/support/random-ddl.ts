import { fc } from './property.ts';

const TABLES = ['a', 'b', 'c', 'app.d', '"Part"'];
const COLUMNS = ['x', 'y', 'z', '"W w"'];
const TYPES = ['integer', 'bigint', 'text', 'varchar(20)', 'numeric(8)', 'mood', 'integer[]', 'serial', 'dom'];

const table = fc.constantFrom(...TABLES);
const column = fc.constantFrom(...COLUMNS);
const type = fc.constantFrom(...TYPES);
const name = fc.constantFrom('n1', 'n2', 'a_x_idx', 'a_x_check', 'b_pkey', 'a_x_key');
const behavior = fc.constantFrom('', ' CASCADE');

type Part = string | fc.Arbitrary<string>;

/** Text with arbitrary parts. */
const sql = (strings: TemplateStringsArray, ...parts: readonly Part[]): fc.Arbitrary<string> =>
	fc
		.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
		.map((values) => String.raw({ raw: strings }, ...values));

const optional = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), part);
const condition = fc.oneof(sql`${column} IS NOT NULL`, sql`${column}::text <> ${column}::text`, fc.constant('true'));

const ofColumn = fc.oneof(
	fc.constant(' NOT NULL'),
	fc.constant(' PRIMARY KEY'),
	fc.constant(' UNIQUE'),
	fc.constant(' DEFAULT NULL'),
	fc.constant(' GENERATED ALWAYS AS IDENTITY'),
	sql` CHECK (${condition})`,
	sql` CONSTRAINT ${name} CHECK (${condition})`,
	sql` REFERENCES ${table}`,
);

const definition = sql`${column} ${type}${optional(ofColumn)}${optional(ofColumn)}`;

const ofTable = fc.oneof(
	sql`PRIMARY KEY (${column})`,
	sql`UNIQUE (${column}, ${column})`,
	sql`CONSTRAINT ${name} UNIQUE (${column}) DEFERRABLE`,
	sql`CHECK (${condition})`,
	sql`CONSTRAINT ${name} CHECK (${condition})`,
	sql`FOREIGN KEY (${column}) REFERENCES ${table}`,
	sql`FOREIGN KEY (${column}) REFERENCES ${table} (${column}) ON DELETE CASCADE`,
	sql`EXCLUDE (${column} WITH =)`,
);

const elements = fc
	.tuple(fc.array(definition, { minLength: 1, maxLength: 4 }), fc.array(ofTable, { maxLength: 2 }))
	.map(([columns, constraints]) => [...columns, ...constraints].join(', '));

const action = fc.oneof(
	{ arbitrary: sql`ADD COLUMN ${definition}`, weight: 4 },
	sql`ADD COLUMN IF NOT EXISTS ${definition}`,
	sql`DROP COLUMN ${column}${behavior}`,
	sql`ALTER COLUMN ${column} TYPE ${type} USING NULL`,
	sql`ALTER COLUMN ${column} SET NOT NULL`,
	sql`ALTER COLUMN ${column} DROP NOT NULL`,
	sql`ALTER COLUMN ${column} SET DEFAULT NULL`,
	sql`ALTER COLUMN ${column} DROP DEFAULT`,
	sql`ALTER COLUMN ${column} DROP IDENTITY`,
	{ arbitrary: sql`ADD ${ofTable}`, weight: 4 },
	sql`ADD CONSTRAINT ${name} CHECK (${condition}) NOT VALID`,
	sql`ADD CONSTRAINT ${name} PRIMARY KEY USING INDEX ${name}`,
	sql`VALIDATE CONSTRAINT ${name}`,
	sql`DROP CONSTRAINT ${name}${behavior}`,
	fc.constantFrom('SET UNLOGGED', 'ENABLE ROW LEVEL SECURITY', 'REPLICA IDENTITY FULL'),
);

/** A statement that a server may take or refuse. */
const statement = fc.oneof(
	{ arbitrary: sql`CREATE TABLE ${table} (${elements})`, weight: 5 },
	{ arbitrary: sql`ALTER TABLE ${table} ${action}`, weight: 6 },
	{ arbitrary: sql`ALTER TABLE ${table} ${action}, ${action}`, weight: 2 },
	sql`ALTER TABLE ONLY ${table} ${action}`,
	sql`CREATE TABLE ${table} (${definition}) INHERITS (${table})`,
	sql`CREATE TABLE ${table} (LIKE ${table} INCLUDING ALL)`,
	sql`CREATE TABLE ${table} (${definition}, ${definition}) PARTITION BY LIST (${column})`,
	sql`CREATE TABLE ${table} PARTITION OF ${table} DEFAULT`,
	sql`ALTER TABLE ${table} ATTACH PARTITION ${table} DEFAULT`,
	sql`ALTER TABLE ${table} DETACH PARTITION ${table}`,
	sql`ALTER TABLE ${table} INHERIT ${table}`,
	sql`ALTER TABLE ${table} NO INHERIT ${table}`,
	sql`CREATE INDEX ON ${table} (${column}, ${column})`,
	sql`CREATE INDEX ON ${table} (lower(${column}::text)) WHERE ${condition}`,
	sql`CREATE UNIQUE INDEX ${name} ON ${table} (${column})`,
	sql`CREATE INDEX ${name} ON ONLY ${table} (${column})`,
	sql`DROP INDEX ${name}${behavior}`,
	sql`DROP TABLE ${table}${behavior}`,
	sql`ALTER TABLE ${table} RENAME COLUMN ${column} TO ${column}`,
	sql`ALTER TABLE ${table} RENAME CONSTRAINT ${name} TO ${name}`,
	sql`ALTER TABLE ${table} RENAME TO ${fc.constantFrom('a', 'b', 'c')}`,
	sql`ALTER INDEX ${name} RENAME TO ${name}`,
	sql`ALTER TABLE ${table} SET SCHEMA ${fc.constantFrom('app', 'public')}`,
	sql`CREATE VIEW ${table} AS SELECT ${column}, ${column} AS other FROM ${table}`,
	sql`CREATE VIEW ${table} AS SELECT * FROM ${table}`,
	sql`CREATE TABLE ${table} AS SELECT * FROM ${table}`,
	sql`CREATE STATISTICS ON ${column}, ${column} FROM ${table}`,
);

/** Statements over a few tables, columns and names. */
export const scripts = fc.array(statement, { minLength: 5, maxLength: 40 });

/** What they find. */
export const UNIVERSE = `
	CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('sad'); CREATE DOMAIN dom AS integer;
	CREATE TABLE a (x integer PRIMARY KEY, y text, z bigint CHECK (z > 0));
	CREATE TABLE b (x serial PRIMARY KEY, y integer REFERENCES a, z mood)`;
