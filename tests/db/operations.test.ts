import type { Test } from 'uvu';
import * as assert from 'uvu/assert';
import {
	checkConstraint,
	column,
	computed,
	excludeConstraint,
	foreignKey,
	foreignKeyConstraint,
	identity,
	index,
	primaryKeyConstraint,
	sql,
	t,
	table,
	uniqueConstraint,
} from '../../src/index.ts';
import type { OperationKind } from '../../src/ops/index.ts';
import { operations } from '../../src/ops/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { catalog, withoutPositions } from '../support/catalog.ts';
import { onServers } from '../support/on-servers.ts';
import { pglite } from '../support/pglite.ts';
import type { Database } from '../support/postgres.ts';
import { statementsOf } from '../support/script.ts';
import { suite } from '../support/suite.ts';

interface Scenario {
	readonly up: RevisionBody;
	/** The opposite call; afterwards the catalog is as it was. */
	readonly down: RevisionBody;
	/** A query, and the value it has to give while the change is there. */
	readonly shows: readonly [query: string, value: unknown];
}

/** What the scenarios build on. */
const fixture: RevisionBody = (op) => {
	op.createTable('user', [
		column('id', t.integer(), { primaryKey: true }),
		column('email', t.string(255), { nullable: false }),
		column('size', t.string(10), { serverDefault: '5', comment: 'old' }),
		column('Tags', t.array(t.text())),
	]);
	op.createTable('note', [column('id', t.bigInteger()), column('user_id', t.integer()), column('body', t.text())]);
	op.execute('CREATE SCHEMA "App"');
	op.createTable('a.b', [column('x', t.integer())], { schema: 'App' });
	op.bulkInsert(table('user', [column('email', t.string()), column('size', t.string())]), [
		{ email: "o'b", size: '7' },
	]);
};

const hasTable = (name: string): string => `SELECT to_regclass('${name}') IS NOT NULL AS value`;
const constraint = (name: string): string =>
	`SELECT pg_get_constraintdef(oid) AS value FROM pg_constraint WHERE conname = '${name}'`;
const indexDefinition = (name: string): string => `SELECT pg_get_indexdef('${name}'::regclass) AS value`;
const ofColumn = (expression: string, name: string): string =>
	`SELECT ${expression} AS value FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	WHERE a.attrelid = '"user"'::regclass AND a.attname = '${name}'`;

const scenarios: Record<OperationKind, Record<string, Scenario>> = {
	addColumn: {
		'an enum that comes with it, if not exists': {
			up: (op) => {
				for (let time = 0; time < 2; time++) {
					op.addColumn('user', column('State', t.enum('State', ['new', "it's"]), { serverDefault: "it's" }), {
						ifNotExists: true,
					});
				}
			},
			down: (op) => {
				op.dropColumn('user', 'State');
				op.dropEnum('State');
			},
			shows: ['SELECT "State" AS value FROM "user"', "it's"],
		},
		plain: {
			up: (op) => op.addColumn('user', column('nick', t.string(50), { nullable: false, serverDefault: "it's" })),
			down: (op) => op.dropColumn('user', 'nick'),
			shows: [`SELECT nick AS value FROM "user"`, "it's"],
		},
		'with all that a column can declare': {
			up: (op) =>
				op.addColumn(
					'note',
					column('Owner', t.integer(), {
						unique: true,
						comment: 'who "owns" it',
						check: checkConstraint('"Owner" > 0', { name: 'positive' }),
						references: foreignKey('user.id', {
							name: 'fk_owner',
							onDelete: 'SET NULL',
							deferrable: true,
							initially: 'DEFERRED',
						}),
					}),
					{ ifNotExists: true },
				),
			down: (op) => op.dropColumn('note', 'Owner'),
			shows: [
				constraint('fk_owner'),
				'FOREIGN KEY ("Owner") REFERENCES "user"(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED',
			],
		},
		'indexed, computed and identity': {
			up: (op) => {
				op.addColumn('user', column('low', t.text(), { computed: computed('lower(email)'), index: true }));
				op.addColumn(
					'note',
					column('number', t.bigInteger(), {
						identity: identity({ always: true, start: 10, increment: 5 }),
						primaryKey: true,
					}),
				);
			},
			down: (op) => {
				op.dropColumn('note', 'number');
				op.dropColumn('user', 'low');
			},
			shows: [indexDefinition('ix_user_low'), 'CREATE INDEX ix_user_low ON public."user" USING btree (low)'],
		},
	},
	alterColumn: {
		'to an enum that keeps its default': {
			up: (op) =>
				op.alterColumn('user', 'size', {
					type: t.enum('sizes', ['5', '7']),
					existingType: t.string(10),
					existingServerDefault: '5',
				}),
			down: (op) => {
				op.alterColumn('user', 'size', {
					type: t.string(10),
					existingServerDefault: '5',
					postgresql: { using: 'size::text' },
				});
				op.dropEnum('sizes');
			},
			shows: [ofColumn('pg_get_expr(d.adbin, d.adrelid)', 'size'), "'5'::sizes"],
		},
		'padded text with a default to an enum, to another, and back': {
			up: (op) => {
				op.addColumn('user', column('mood', t.char(5), { serverDefault: 'ok' }));
				const mood = t.enum('mood', ['ok', 'sad']);
				op.alterColumn('user', 'mood', { type: mood, serverDefault: 'sad', existingType: t.char(5) });
				const wide = t.enum('Mood', ['glad', 'ok', 'sad'], { schema: 'App' });
				op.alterColumn('user', 'mood', { type: wide, serverDefault: 'glad', existingType: mood });
				op.dropEnum('mood');
				op.addColumn('user', column('moods', t.array(t.text()), { serverDefault: ['ok', 'glad'] }));
				op.alterColumn('user', 'moods', {
					type: t.array(wide),
					serverDefault: ['sad'],
					existingType: t.array(t.text()),
				});
			},
			down: (op) => {
				op.alterColumn('user', 'mood', { type: t.text(), serverDefault: null });
				op.dropColumn('user', 'mood');
				op.dropColumn('user', 'moods');
				op.dropEnum('Mood', { schema: 'App' });
			},
			shows: [`SELECT mood::text || moods::text AS value FROM "user"`, 'ok{ok,glad}'],
		},
		'type with a conversion and a default that does not convert': {
			up: (op) =>
				op.alterColumn('user', 'size', {
					type: t.integer(),
					serverDefault: 3,
					nullable: false,
					postgresql: { using: 'size::integer' },
				}),
			down: (op) => op.alterColumn('user', 'size', { type: t.string(10), serverDefault: '5', nullable: true }),
			shows: [
				ofColumn('format_type(atttypid, atttypmod) || pg_get_expr(adbin, adrelid) || attnotnull', 'size'),
				'integer3true',
			],
		},
		'comment and name': {
			up: (op) => op.alterColumn('user', 'size', { comment: null, newColumnName: 'Größe' }),
			down: (op) => op.alterColumn('user', 'Größe', { comment: 'old', newColumnName: 'size' }),
			shows: [ofColumn('col_description(attrelid, attnum) IS NULL', 'Größe'), true],
		},
		'no default': {
			up: (op) => op.alterColumn('user', 'size', { serverDefault: null }),
			down: (op) => op.alterColumn('user', 'size', { serverDefault: '5', existingType: t.string(10) }),
			shows: [ofColumn('adbin IS NULL', 'size'), true],
		},
		'an identity, another, and none': {
			up: (op) => {
				op.alterColumn('note', 'id', { nullable: false, serverDefault: identity(), existingNullable: true });
				op.alterColumn('note', 'id', {
					serverDefault: identity({ always: true, increment: -2, maxValue: 50, cycle: true, cache: 3 }),
					existingServerDefault: identity(),
				});
				op.alterColumn('note', 'id', {
					serverDefault: identity({ start: 7 }),
					existingServerDefault: identity({ always: true, increment: -2, maxValue: 50, cycle: true, cache: 3 }),
				});
			},
			down: (op) =>
				op.alterColumn('note', 'id', {
					serverDefault: null,
					existingServerDefault: identity({ start: 7 }),
					nullable: true,
				}),
			shows: [
				`SELECT concat_ws(' ', attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle) AS value
				FROM pg_attribute, pg_sequence WHERE attrelid = 'note'::regclass AND attname = 'id' AND seqrelid = 'note_id_seq'::regclass`,
				'd 7 1 1 9223372036854775807 1 f',
			],
		},
		'an identity that turns round': {
			up: (op) => {
				op.alterColumn('note', 'id', { nullable: false, serverDefault: identity() });
				op.alterColumn('note', 'id', {
					serverDefault: identity({ increment: -1 }),
					existingServerDefault: identity(),
				});
			},
			down: (op) =>
				op.alterColumn('note', 'id', { serverDefault: null, existingServerDefault: identity(), nullable: true }),
			shows: [
				`SELECT concat_ws(' ', seqstart, seqmin, seqmax) AS value FROM pg_sequence WHERE seqrelid = 'note_id_seq'::regclass`,
				'-1 -9223372036854775808 -1',
			],
		},
		'an identity in place of a default': {
			up: (op) =>
				op.alterColumn('user', 'id', {
					type: t.bigInteger(),
					serverDefault: identity({ start: 100 }),
					existingServerDefault: sql`nextval('user_id_seq')`,
				}),
			down: (op) =>
				op.alterColumn('user', 'id', {
					type: t.integer(),
					serverDefault: sql`nextval('user_id_seq')`,
					existingServerDefault: identity({ start: 100 }),
				}),
			shows: [ofColumn('attidentity::text || format_type(atttypid, atttypmod)', 'id'), 'dbigint'],
		},
		'no computed value': {
			up: (op) => {
				op.addColumn('note', column('twice', t.bigInteger(), { computed: computed('id * 2') }));
				op.alterColumn('note', 'twice', { serverDefault: 5, existingServerDefault: computed('id * 2') });
			},
			down: (op) => op.dropColumn('note', 'twice'),
			shows: [`SELECT pg_get_expr(adbin, adrelid) AS value FROM pg_attrdef WHERE adrelid = 'note'::regclass`, '5'],
		},
		'a default that is an expression, then NULL': {
			up: (op) => op.alterColumn('user', 'size', { serverDefault: sql`upper(${'x'})` }),
			down: (op) => op.alterColumn('user', 'size', { serverDefault: '5' }),
			shows: [ofColumn('pg_get_expr(adbin, adrelid)', 'size'), "upper('x'::text)"],
		},
	},
	bulkInsert: {
		'labels of an enum, alone and in arrays, and types by dialect': {
			up: (op) => {
				const size = t.variant(t.string(1), { postgresql: t.enum('Size', ['s', "m'", '\\']) });
				const made = op.createTable(
					'sizes',
					[
						column('size', size, { serverDefault: "m'" }),
						column('all', t.array(size, { dimensions: 2 }), { serverDefault: [['s'], ["m'"]] }),
						column('meta', t.variant(t.text(), { postgresql: t.jsonb() })),
					],
					{ ifNotExists: true },
				);
				op.bulkInsert(made, [{ size: '\\' }, { size: null, all: [["m'", null]], meta: { a: 1 } }, { all: [] }]);
			},
			down: (op) => {
				op.dropTable('sizes');
				op.dropEnum('Size');
			},
			shows: [
				`SELECT string_agg(concat_ws('|', size, "all", meta), '#') AS value FROM sizes`,
				`\\|{{s},{m'}}#{{m',NULL}}|{"a": 1}#m'|{}`,
			],
		},
		'values of many types': {
			up: (op) => {
				const made = op.createTable('v', [
					column('n', t.integer()),
					column('big', t.bigInteger()),
					column('d', t.double()),
					column('b', t.boolean()),
					column('day', t.date()),
					column('at', t.dateTime({ timezone: true })),
					column('bytes', t.largeBinary()),
					column('doc', t.jsonb()),
					column('tags', t.array(t.text())),
					column('grid', t.array(t.integer(), { dimensions: 2 })),
					column('text', t.text(), { serverDefault: 'none' }),
					column('made', t.text()),
				]);
				op.bulkInsert(made, [
					{
						n: -1,
						big: 9007199254740993n,
						d: Number.NaN,
						b: true,
						day: new Date('2025-01-14T23:00:00Z'),
						at: new Date('2025-01-14T23:00:00.5Z'),
					},
					{
						bytes: Uint8Array.of(0, 255, 39),
						doc: { a: ["it's", null, '\\'] },
						tags: ['a,b', '"', null],
						grid: [
							[1, 2],
							[3, 4],
						],
						made: sql`upper(${'z'})`,
					},
					{ text: "tab\t line\n quote' back\\ cr\r bidi\u202e", tags: [] },
				]);
			},
			down: (op) => op.dropTable('v'),
			shows: [
				"SELECT string_agg(concat_ws('|', n, big, d, b, day, at AT TIME ZONE 'UTC', encode(bytes, 'hex'), doc, tags, grid, text, made), '#') AS value FROM v",
				'-1|9007199254740993|NaN|t|2025-01-14|2025-01-14 23:00:00.5|none#00ff27|{"a": ["it\'s", null, "\\\\"]}|{"a,b","\\"",NULL}|{{1,2},{3,4}}|none|Z#{}|tab\t line\n quote\' back\\ cr\r bidi\u202e',
			],
		},
		'rows of defaults alone, and one insert a row': {
			up: (op) => {
				op.bulkInsert(table('note', [column('body', t.text())]), [{}, {}]);
				op.bulkInsert(table('note', [column('body', t.text())]), [{ body: 'a' }, { body: null }], {
					multiinsert: false,
				});
			},
			down: (op) => op.execute('DELETE FROM note'),
			shows: ['SELECT count(*)::int AS value FROM note', 4],
		},
	},
	createCheckConstraint: {
		'not valid, not for children': {
			up: (op) =>
				op.createCheckConstraint('ck', 'user', sql`size <> ${'7'}`, {
					postgresql: { notValid: true, noInherit: true },
				}),
			down: (op) => op.dropConstraint('ck', 'user', 'check'),
			shows: [constraint('ck'), "CHECK (((size)::text <> '7'::text)) NO INHERIT NOT VALID"],
		},
		'with a comment at its end': {
			up: (op) => op.createCheckConstraint('ck', 'user', "email ~ '^(?:x|o)' -- :no placeholder"),
			down: (op) => op.dropConstraint('ck', 'user', 'check'),
			shows: [constraint('ck'), "CHECK (((email)::text ~ '^(?:x|o)'::text))"],
		},
	},
	createEnum: {
		'with labels of all kinds': {
			up: (op) =>
				op.createEnum('State', ['new', "it's", 'a\\b', '', 'two\nlines', 'zero\u200bwidth'], { schema: 'App' }),
			down: (op) => op.dropEnum('State', { schema: 'App' }),
			shows: [
				`SELECT string_agg(enumlabel, '|' ORDER BY enumsortorder) AS value FROM pg_enum WHERE enumtypid = '"App"."State"'::regtype`,
				"new|it's|a\\b||two\nlines|zero\u200bwidth",
			],
		},
		'if not exists, twice': {
			up: (op) => {
				for (let time = 0; time < 2; time++) op.createEnum('state', ['b', 'a'], { ifNotExists: true });
				for (let time = 0; time < 2; time++) op.createEnum('date', ['$gen_sql$'], { schema: 'App', ifNotExists: true });
			},
			down: (op) => {
				op.dropEnum('state');
				op.dropEnum('date', { schema: 'App' });
			},
			shows: [
				'SELECT enum_range(NULL::state)::text || enum_range(NULL::"App".date)::text AS value',
				'{b,a}{$gen_sql$}',
			],
		},
	},
	createExcludeConstraint: {
		'with every option': {
			up: (op) =>
				op.createExcludeConstraint(
					'Ex',
					'user',
					[
						['email', '='],
						[sql`lower(size)`, '='],
					],
					{
						using: 'btree',
						ops: { email: 'pg_catalog.text_pattern_ops' },
						where: "size <> ''",
						deferrable: true,
						initially: 'DEFERRED',
					},
				),
			down: (op) => op.dropConstraint('Ex', 'user'),
			shows: [
				constraint('Ex'),
				"EXCLUDE USING btree (email text_pattern_ops WITH =, lower((size)::text) WITH =) WHERE (((size)::text <> ''::text)) DEFERRABLE INITIALLY DEFERRED",
			],
		},
		'of ranges, in a schema': {
			up: (op) => {
				op.addColumn('a.b', column('during', t.int4range()), { schema: 'App' });
				op.createExcludeConstraint(null, 'a.b', [['during', '&&']], { schema: 'App' });
			},
			down: (op) => op.dropColumn('a.b', 'during', { schema: 'App' }),
			shows: [constraint('a.b_during_excl'), 'EXCLUDE USING gist (during WITH &&)'],
		},
	},
	createForeignKey: {
		'that waits for the end of the transaction': {
			up: (op) =>
				op.createForeignKey('fk', 'note', 'user', ['user_id'], ['id'], { deferrable: true, initially: 'DEFERRED' }),
			down: (op) => op.dropConstraint('fk', 'note', 'foreignkey'),
			shows: [constraint('fk'), 'FOREIGN KEY (user_id) REFERENCES "user"(id) DEFERRABLE INITIALLY DEFERRED'],
		},
		'not valid': {
			up: (op) => {
				op.createPrimaryKey('pk_note', 'note', ['id']);
				op.createForeignKey('fk', 'note', 'user', ['user_id'], ['id'], {
					onUpdate: 'CASCADE',
					match: 'FULL',
					postgresql: { notValid: true },
				});
			},
			down: (op) => {
				op.dropConstraint('fk', 'note', 'foreignkey');
				op.dropConstraint('pk_note', 'note', 'primary');
				op.alterColumn('note', 'id', { nullable: true });
			},
			shows: [constraint('fk'), 'FOREIGN KEY (user_id) REFERENCES "user"(id) MATCH FULL ON UPDATE CASCADE NOT VALID'],
		},
		'of the table itself, setting one of its columns': {
			up: (op) => {
				op.createTable('node', [
					column('tenant', t.integer(), { primaryKey: true }),
					column('id', t.integer(), { primaryKey: true }),
					column('Parent', t.integer()),
					column('root', t.integer(), { unique: true, references: foreignKey('node.root') }),
				]);
				op.createForeignKey('fk_node', 'node', 'node', ['tenant', 'Parent'], ['tenant', 'id'], {
					onDelete: 'SET NULL',
					postgresql: { onDeleteColumns: ['Parent'] },
				});
			},
			down: (op) => op.dropTable('node'),
			shows: [
				constraint('fk_node'),
				'FOREIGN KEY (tenant, "Parent") REFERENCES node(tenant, id) ON DELETE SET NULL ("Parent")',
			],
		},
	},
	createIndex: {
		'with every option': {
			up: (op) =>
				op.createIndex('Ix', 'user', ['email', sql`lower(size) DESC NULLS LAST`], {
					unique: true,
					ifNotExists: true,
					postgresql: {
						using: 'btree',
						where: "email <> ''",
						include: ['size'],
						ops: { email: 'varchar_pattern_ops' },
						with: { fillfactor: 70 },
						tablespace: 'pg_default',
						nullsNotDistinct: true,
						concurrently: true,
					},
				}),
			down: (op) => op.dropIndex('Ix', 'user', { ifExists: true, postgresql: { concurrently: true } }),
			shows: ['SELECT indisunique AND indisvalid AS value FROM pg_index WHERE indexrelid = \'"Ix"\'::regclass', true],
		},
		'expressions of all shapes': {
			up: (op) =>
				op.createIndex('ix_shapes', 'user', [
					sql`id DESC NULLS LAST`,
					sql`lower(email) ASC`,
					sql`email || size desc`,
					sql`email COLLATE "C" text_pattern_ops`,
					sql`coalesce(size, ${'x'})`,
					sql`size IS NULL`,
					sql`(id + 1)`,
					sql`("Tags")[1]`,
					sql`pg_catalog.upper(email) varchar_pattern_ops`,
				]),
			down: (op) => op.dropIndex('ix_shapes'),
			shows: [
				indexDefinition('ix_shapes'),
				`CREATE INDEX ix_shapes ON public."user" USING btree (id DESC NULLS LAST, lower((email)::text), (((email)::text || (size)::text)) DESC, email COLLATE "C" text_pattern_ops, COALESCE(size, 'x'::character varying), ((size IS NULL)), ((id + 1)), ("Tags"[1]), upper((email)::text) varchar_pattern_ops)`,
			],
		},
		'unnamed, in a schema': {
			up: (op) => op.createIndex(null, 'a.b', ['x'], { schema: 'App' }),
			down: (op) => op.dropIndex('ix_App_a.b_x', 'a.b', { schema: 'App' }),
			shows: [indexDefinition('"App"."ix_App_a.b_x"'), 'CREATE INDEX "ix_App_a.b_x" ON "App"."a.b" USING btree (x)'],
		},
	},
	createPrimaryKey: {
		'in a schema, with a column to store, checked at the end': {
			up: (op) => {
				op.addColumn('a.b', column('y', t.integer()), { schema: 'App' });
				op.createPrimaryKey('pk', 'a.b', ['x'], {
					schema: 'App',
					deferrable: true,
					initially: 'DEFERRED',
					postgresql: { include: ['y'] },
				});
			},
			down: (op) => {
				op.dropConstraint('pk', 'a.b', 'primary', { schema: 'App' });
				op.alterColumn('a.b', 'x', { schema: 'App', nullable: true });
				op.dropColumn('a.b', 'y', { schema: 'App' });
			},
			shows: [constraint('pk'), 'PRIMARY KEY (x) INCLUDE (y) DEFERRABLE INITIALLY DEFERRED'],
		},
		'of two columns': {
			up: (op) => op.createPrimaryKey(null, 'note', ['id', 'user_id'], { deferrable: true }),
			down: (op) => {
				op.dropConstraint('note_pkey', 'note', 'primary');
				for (const name of ['id', 'user_id']) op.alterColumn('note', name, { nullable: true });
			},
			shows: [constraint('note_pkey'), 'PRIMARY KEY (id, user_id) DEFERRABLE'],
		},
	},
	createTable: {
		unlogged: {
			up: (op) => op.createTable('log', [column('line', t.text())], { prefixes: ['UNLOGGED'] }),
			down: (op) => op.dropTable('log'),
			shows: [`SELECT relpersistence AS value FROM pg_class WHERE oid = 'log'::regclass`, 'u'],
		},
		'with all kinds of elements': {
			up: (op) =>
				op.createTable(
					'order',
					[
						column('tenant', t.integer(), { primaryKey: true }),
						column('Number', t.integer()),
						column('owner', t.integer(), { references: foreignKey('user.id'), index: true }),
						column('slug', t.string(20), { unique: true, comment: "slug's" }),
						column('total', t.numeric(10, 2), { check: checkConstraint('total >= 0'), serverDefault: 0 }),
						column('twice', t.numeric(), { computed: computed('total * 2') }),
						column('during', t.int4range()),
						primaryKeyConstraint(['tenant', 'Number'], { name: 'PK order' }),
						uniqueConstraint(['slug', 'tenant'], {
							name: 'uq',
							postgresql: { include: ['total'], nullsNotDistinct: true },
						}),
						foreignKeyConstraint(['owner'], ['user.id'], { name: 'fk2', onDelete: 'CASCADE' }),
						checkConstraint(sql`slug <> ${"it's"}`, { name: 'ck2', postgresql: { noInherit: true } }),
						excludeConstraint([['during', '&&']], { name: 'ex', where: 'during IS NOT NULL' }),
						index('ix_order_slug', [sql`lower(slug)`], { unique: true }),
					],
					{
						comment: 'orders; "all" of them',
						prefixes: ['UNLOGGED'],
						ifNotExists: true,
						postgresql: { with: { fillfactor: 80 } },
					},
				),
			down: (op) => op.dropTable('order'),
			shows: ['SELECT obj_description(\'"order"\'::regclass) AS value', 'orders; "all" of them'],
		},
		'serial keys': {
			up: (op) => {
				op.createTable('s1', [column('id', t.smallInteger(), { primaryKey: true })]);
				op.createTable('s2', [column('id', t.bigInteger()), primaryKeyConstraint(['id'])]);
				op.createTable('s3', [column('id', t.integer(), { primaryKey: true, autoincrement: false })]);
			},
			down: (op) => {
				for (const name of ['s3', 's2', 's1']) op.dropTable(name);
			},
			shows: [
				"SELECT string_agg(relname, ',' ORDER BY relname) AS value FROM pg_class WHERE relkind = 'S' AND relname LIKE 's_\\_%'",
				's1_id_seq,s2_id_seq',
			],
		},
		partitioned: {
			up: (op) => {
				op.createTable('p', [column('at', t.date(), { nullable: false })], {
					postgresql: { partitionBy: 'RANGE (at)' },
				});
				op.createTable('child', [column('own', t.text())], {
					postgresql: { inherits: ['user', ['App', 'a.b']], tablespace: 'pg_default', using: 'heap' },
				});
			},
			down: (op) => {
				op.dropTable('child');
				op.dropTable('p');
			},
			shows: ["SELECT pg_get_partkeydef('p'::regclass) AS value", 'RANGE (at)'],
		},
		'every type': {
			up: (op) =>
				op.createTable('types', [
					...Object.entries(t)
						// hstore and citext come from extensions; the others need arguments.
						.filter(([name]) => !['array', 'enum', 'raw', 'variant', 'hstore', 'citext'].includes(name))
						.map(([name, make]) => column(`c ${name}`, (make as () => ReturnType<typeof t.text>)())),
					column('numeric2', t.numeric(10, 3)),
					column('interval2', t.interval({ fields: 'DAY TO SECOND', precision: 3 })),
					column('time2', t.time({ timezone: true, precision: 0 })),
					column('bit2', t.bit(3)),
					column('float2', t.float(20)),
					column('array2', t.array(t.string(5), { dimensions: 2 })),
					column('raw2', t.raw('point')),
					column('collated', t.char(3, { collation: 'C' })),
					column('collated array', t.array(t.unicode(5, { collation: 'POSIX' })), { serverDefault: ['a'] }),
				]),
			down: (op) => op.dropTable('types'),
			shows: [
				`SELECT string_agg(format_type(atttypid, atttypmod), ', ' ORDER BY attnum) AS value FROM pg_attribute
				WHERE attrelid = 'types'::regclass AND attname LIKE '%2'`,
				'numeric(10,3), interval day to second(3), time(0) with time zone, bit(3), real, character varying(5)[], point',
			],
		},
	},
	createTableComment: {
		plain: {
			up: (op) => op.createTableComment('user', "people; it's -- all"),
			down: (op) => op.dropTableComment('user'),
			shows: ['SELECT obj_description(\'"user"\'::regclass) AS value', "people; it's -- all"],
		},
	},
	createUniqueConstraint: {
		'of one NULL, with a column to store': {
			up: (op) =>
				op.createUniqueConstraint('uq', 'user', ['size'], {
					postgresql: { include: ['email'], nullsNotDistinct: true },
				}),
			down: (op) => op.dropConstraint('uq', 'user', 'unique'),
			shows: [constraint('uq'), 'UNIQUE NULLS NOT DISTINCT (size) INCLUDE (email)'],
		},
		deferrable: {
			up: (op) =>
				op.createUniqueConstraint('uq', 'user', ['email', 'size'], { deferrable: true, initially: 'IMMEDIATE' }),
			down: (op) => op.dropConstraint('uq', 'user', 'unique'),
			shows: [constraint('uq'), 'UNIQUE (email, size) DEFERRABLE'],
		},
	},
	dropColumn: {
		'if exists': {
			up: (op) => {
				op.dropColumn('user', 'Tags', { ifExists: true });
				op.dropColumn('user', 'never', { ifExists: true });
			},
			down: (op) => op.addColumn('user', column('Tags', t.array(t.text()))),
			shows: [
				ofColumn('attisdropped', 'Tags').replace('SELECT', 'SELECT count(*)::int AS value FROM (SELECT').concat(') s'),
				0,
			],
		},
	},
	dropConstraint: {
		'if exists, in a schema': {
			up: (op) => op.dropConstraint('never', 'a.b', undefined, { ifExists: true, schema: 'App' }),
			down: () => undefined,
			shows: [hasTable('"App"."a.b"'), true],
		},
	},
	dropEnum: {
		'if exists': {
			up: (op) => op.dropEnum('never', { ifExists: true }),
			down: () => undefined,
			shows: [`SELECT to_regtype('never') IS NULL AS value`, true],
		},
	},
	dropIndex: {
		'if exists': {
			up: (op) => op.dropIndex('never', 'user', { ifExists: true }),
			down: () => undefined,
			shows: [hasTable('never'), false],
		},
	},
	dropTable: {
		'in a schema': {
			up: (op) => {
				op.dropTable('a.b', { schema: 'App' });
				op.dropTable('a.b', { schema: 'App', ifExists: true });
			},
			down: (op) => void op.createTable('a.b', [column('x', t.integer())], { schema: 'App' }),
			shows: [hasTable('"App"."a.b"'), false],
		},
	},
	dropTableComment: {
		plain: {
			up: (op) => {
				op.createTableComment('a.b', 'x', { schema: 'App' });
				op.dropTableComment('a.b', { schema: 'App' });
			},
			down: () => undefined,
			shows: ['SELECT obj_description(\'"App"."a.b"\'::regclass) AS value', null],
		},
	},
	execute: {
		'several statements with bodies and comments': {
			up: (op) =>
				op.execute(`
					CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql
					BEGIN ATOMIC
						SELECT CASE WHEN n > 0 THEN 2 * n ELSE n END;
					END;
					CREATE FUNCTION hello() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;\tb:x%'; END $$; -- the end;`),
			down: (op) => op.execute('DROP FUNCTION twice; DROP FUNCTION hello()'),
			shows: ['SELECT twice(2) || hello() AS value', '4a;\tb:x%'],
		},
		'values and names': {
			up: (op) =>
				op.execute(
					sql`UPDATE ${sql`"user"`} SET size = ${"'"} || ${-1} -${-1} || ${true}, email = ${'\\'} WHERE 1 = ${1}`,
				),
			down: (op) => op.execute(sql`UPDATE "user" SET size = '7', email = ${"o'b"}`),
			shows: ['SELECT size || email AS value FROM "user"', "'0true\\"],
		},
	},
	renameTable: {
		'in a schema': {
			up: (op) => op.renameTable('a.b', 'c', { schema: 'App' }),
			down: (op) => op.renameTable('c', 'a.b', { schema: 'App' }),
			shows: [hasTable('"App".c'), true],
		},
		'to a reserved word': {
			up: (op) => op.renameTable('note', 'select'),
			down: (op) => op.renameTable('select', 'note'),
			shows: [hasTable('"select"'), true],
		},
	},
};

/** A server, or PGlite. */
type AnyDatabase = Omit<Database, 'psql' | 'connect'>;

async function apply(database: Pick<Database, 'exec'>, body: RevisionBody): Promise<void> {
	for (const statement of await statementsOf(body)) await database.exec(statement);
}

async function check(database: AnyDatabase, { up, down, shows }: Scenario): Promise<void> {
	const before = await catalog(database);
	const [query, expected] = shows;
	const value = async (): Promise<unknown> => (await database.query(query))[0]?.['value'] ?? null;
	await apply(database, up);
	const first = await catalog(database);
	assert.equal(await value(), expected);
	await apply(database, down);
	assert.equal(withoutPositions(await catalog(database)), withoutPositions(before));
	await apply(database, up);
	assert.equal(withoutPositions(await catalog(database)), withoutPositions(first));
	assert.equal(await value(), expected);
	await apply(database, down);
}

/** Every scenario on one engine, all in one database. */
function defineScenarios(test: Test, open: () => Promise<AnyDatabase>): void {
	let database: AnyDatabase | undefined;
	for (const [kind, cases] of Object.entries(scenarios)) {
		for (const [title, scenario] of Object.entries(cases)) {
			test(`${kind}, ${title}, there and back`, async () => {
				if (!database) {
					database = await open();
					await apply(database, fixture);
				}
				await check(database, scenario);
			});
		}
	}
}

suite('db/operations', (test) => {
	test('every operation has a scenario', () => {
		assert.equal(Object.keys(scenarios).sort(), Object.keys(operations).sort());
	});
});

onServers('db/operations', (test, { open }) => defineScenarios(test, open));

suite('db/operations on PGlite', (test) => defineScenarios(test, pglite));
