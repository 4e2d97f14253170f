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
	uniqueConstraint,
} from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

const id = column('id', t.bigInteger(), { primaryKey: true });

export const createTable: OperationExamples = {
	arguments: { args: { name: 'account', elements: [column('a', t.text())] }, names: ['name'] },
	cases: {
		enums: (op) =>
			op.createTable('order', [
				column('state', t.enum('order_state', ['new', 'paid']), { nullable: false, serverDefault: 'new' }),
				column('sizes', t.array(t.enum('size', ['s', 'm']))),
				column('kind', t.enum('Kind', ['a', 'b'], { schema: 'app' }), { primaryKey: true }),
				column('mood', t.enum('mood', ['ok'], { create: false }), { serverDefault: 'ok' }),
			]),
		'an enum, if not exists': (op) =>
			op.createTable('order', [column('state', t.enum('order_state', ['new']))], { ifNotExists: true }),
		plain: (op) =>
			op.createTable('user', [
				column('id', t.uuid(), { primaryKey: true }),
				column('email', t.string(255), { nullable: false, unique: true }),
				column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
			]),
		'without columns': (op) => op.createTable('nothing', []),
		'a key that counts by itself': (op) => op.createTable('account', [id]),
		'keys that count in every size': (op) => {
			op.createTable('small', [column('id', t.smallInteger(), { primaryKey: true })]);
			op.createTable('medium', [column('id', t.integer(), { primaryKey: true })]);
		},
		'keys that do not count by themselves': (op) => {
			op.createTable('a', [column('id', t.integer(), { primaryKey: true, autoincrement: false })]);
			op.createTable('b', [column('id', t.integer(), { primaryKey: true, serverDefault: 1 })]);
			op.createTable('c', [column('id', t.integer(), { primaryKey: true, references: foreignKey('a.id') })]);
			op.createTable('d', [
				column('a', t.integer(), { primaryKey: true }),
				column('b', t.integer(), { primaryKey: true }),
			]);
		},
		'a key over several columns that counts': (op) =>
			op.createTable('part', [
				column('id', t.integer(), { primaryKey: true, autoincrement: true }),
				column('version', t.integer(), { primaryKey: true }),
			]),
		'every option, in a schema': (op) =>
			op.createTable(
				'Account',
				[
					column('id', t.bigInteger(), { identity: identity({ start: 10 }), primaryKey: true }),
					column('user', t.text(), { index: true, comment: "the user's" }),
				],
				{
					schema: 'app',
					comment: 'people; "all" of them',
					prefixes: ['unlogged'],
					ifNotExists: true,
					postgresql: {
						using: 'heap',
						with: { fillfactor: 70, 'toast.autovacuum_enabled': false },
						tablespace: 'Fast',
					},
				},
			),
		'a temporary one': (op) =>
			op.createTable('work', [column('n', t.integer())], {
				prefixes: ['TEMPORARY'],
				postgresql: { onCommit: 'DELETE ROWS' },
			}),
		'a partitioned one': (op) =>
			op.createTable('event', [column('at', t.date(), { nullable: false })], {
				postgresql: { partitionBy: 'RANGE (at)' },
			}),
		'one that inherits': (op) =>
			op.createTable('admin', [uniqueConstraint(['email'])], {
				postgresql: { inherits: ['account', 'Other.one', ['app', 'Person']] },
			}),
		'constraints and indexes among the elements': (op) =>
			op.createTable('booking', [
				column('room', t.integer(), { references: foreignKey('room.id', { name: 'fk_room', onDelete: 'CASCADE' }) }),
				column('slot', t.integer(), { unique: true, index: true, check: checkConstraint('slot > 0') }),
				column('period', t.tstzrange(), { nullable: false }),
				column('owner', t.integer()),
				column('tenant', t.integer()),
				column('total', t.integer(), { computed: computed('slot * 2') }),
				index(null, ['owner']),
				index('ix_lower', [sql`owner + ${1}`], {
					unique: true,
					postgresql: { where: 'owner > 0', include: ['tenant'], with: { fillfactor: 50 } },
				}),
				checkConstraint('room > 0 -- rooms count from 1', {
					name: 'ck_room',
					postgresql: { noInherit: true, notValid: true },
				}),
				uniqueConstraint(['tenant', 'slot'], {
					name: 'uq_slot',
					deferrable: true,
					initially: 'DEFERRED',
					postgresql: { include: ['owner'], nullsNotDistinct: true },
				}),
				foreignKeyConstraint(['tenant', 'owner'], ['app.account.tenant', ['app', 'account', 'user.id']], {
					name: 'fk_owner',
					match: 'SIMPLE',
					onUpdate: 'RESTRICT',
					onDelete: 'SET NULL',
					deferrable: false,
					postgresql: { notValid: true },
				}),
				excludeConstraint(
					[
						['room', '='],
						[sql`tstzrange(lower(period), upper(period))`, '&&'],
					],
					{
						name: 'ex_room',
						using: 'gist',
						ops: { room: 'gist_int4_ops' },
						where: 'owner IS NOT NULL',
						deferrable: true,
						initially: 'IMMEDIATE',
					},
				),
				excludeConstraint([['slot', '=']]),
				primaryKeyConstraint(['tenant', 'room'], {
					name: 'pk_booking',
					deferrable: true,
					initially: 'IMMEDIATE',
					postgresql: { include: ['slot'] },
				}),
			]),
		'rows for the table that came back': (op) => {
			const role = op.createTable('role', [column('name', t.text())], { schema: 'app' });
			op.bulkInsert(role, [{ name: 'admin' }]);
		},
		'every type': (op) => {
			op.createTable(
				'types',
				[
					t.bigInteger(),
					t.boolean(),
					t.date(),
					t.dateTime(),
					t.dateTime({ timezone: true, precision: 3 }),
					t.double(),
					t.float(),
					t.float(24),
					t.integer(),
					t.interval(),
					t.interval({ fields: 'DAY TO SECOND', precision: 3 }),
					t.json(),
					t.largeBinary(),
					t.numeric(),
					t.numeric(10),
					t.numeric(10, 2),
					t.smallInteger(),
					t.string(),
					t.string(20),
					t.text(),
					t.time(),
					t.time({ timezone: true, precision: 0 }),
					t.uuid(),
					t.array(t.string(10)),
					t.array(t.dateTime({ timezone: true }), { dimensions: 3 }),
					t.bit(),
					t.bit(8),
					t.bitVarying(),
					t.bitVarying(8),
					t.char(),
					t.char(3),
					t.cidr(),
					t.citext(),
					t.datemultirange(),
					t.daterange(),
					t.hstore(),
					t.inet(),
					t.int4multirange(),
					t.int4range(),
					t.int8multirange(),
					t.int8range(),
					t.jsonb(),
					t.jsonpath(),
					t.macaddr(),
					t.macaddr8(),
					t.money(),
					t.nummultirange(),
					t.numrange(),
					t.oid(),
					t.real(),
					t.regclass(),
					t.tsmultirange(),
					t.tsquery(),
					t.tsrange(),
					t.tstzmultirange(),
					t.tstzrange(),
					t.tsvector(),
					t.xml(),
					t.domain('email', { schema: 'app' }),
					t.raw('geometry(Point, 4326)'),
				].map((type, number) => column(`c${number}`, type)),
			);
		},
	},
	scenarios: {
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
						.filter(([name]) => !['array', 'domain', 'enum', 'raw', 'variant', 'hstore', 'citext'].includes(name))
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
};
