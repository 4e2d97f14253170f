import type { OperationKind } from '../../src/ops/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import { column, computed, identity } from '../../src/schema/column.ts';
import {
	checkConstraint,
	foreignKey,
	foreignKeyConstraint,
	primaryKeyConstraint,
	uniqueConstraint,
} from '../../src/schema/constraints.ts';
import { excludeConstraint } from '../../src/schema/exclude-constraint.ts';
import { index } from '../../src/schema/index-element.ts';
import { table } from '../../src/schema/table.ts';
import { ident, param, sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';

const id = column('id', t.bigInteger(), { primaryKey: true });

/** What the golden matrix renders: every operation, in every spelling that changes its SQL. */
export const cases: Record<OperationKind, Record<string, RevisionBody>> = {
	addColumn: {
		plain: (op) => op.addColumn('user', column('nickname', t.string(50))),
		'in a schema, if not exists': (op) =>
			op.addColumn('account', column('age', t.smallInteger()), { schema: 'app', ifNotExists: true }),
		'names that need quotes': (op) =>
			op.addColumn('Order.Item', column('say "hi"', t.text()), { schema: 'größe', ifNotExists: false }),
		'not null with a string as default': (op) =>
			op.addColumn('account', column('plan', t.string(20), { nullable: false, serverDefault: "it's \\ free" })),
		'an expression as default': (op) =>
			op.addColumn(
				'account',
				column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
			),
		'false as default': (op) =>
			op.addColumn('account', column('locked', t.boolean(), { nullable: false, serverDefault: false })),
		'collations, also of the items of an array': (op) => {
			op.addColumn('account', column('slug', t.string(50, { collation: 'C' }), { serverDefault: '' }));
			op.addColumn('account', column('tags', t.array(t.text({ collation: 'und-x-icu' })), { serverDefault: ['a'] }));
		},
		'an enum, with a default': (op) =>
			op.addColumn('account', column('plan', t.enum('plan', ['free', "d'or"]), { serverDefault: "d'or" })),
		'an enum that may be there, in a schema': (op) =>
			op.addColumn('account', column('plan', t.enum('Plan', ['free'], { schema: 'app' })), { ifNotExists: true }),
		'an array of an enum': (op) =>
			op.addColumn('account', column('plans', t.array(t.enum('plan', ['free', 'paid'])), { serverDefault: ['paid'] })),
		'an enum that something else creates': (op) =>
			op.addColumn('account', column('plan', t.enum('plan', ['free'], { create: false }), { serverDefault: 'free' })),
		'NULL as default': (op) => op.addColumn('account', column('note', t.text(), { serverDefault: sql`NULL` })),
		'JSON as default': (op) =>
			op.addColumn('account', column('settings', t.jsonb(), { serverDefault: { theme: "it's dark", tags: ['a\\b'] } })),
		'an array as default': (op) =>
			op.addColumn('account', column('roles', t.array(t.text()), { serverDefault: ['member', "d'or"] })),
		'a comment': (op) => op.addColumn('account', column('plan', t.text(), { comment: "what the tenant's pays" })),
		'an index': (op) => op.addColumn('account', column('email', t.text(), { index: true })),
		'an index and a comment, in a schema, if not exists': (op) =>
			op.addColumn('account', column('email', t.text(), { index: true, comment: 'lower case' }), {
				schema: 'app',
				ifNotExists: true,
			}),
		unique: (op) => op.addColumn('account', column('email', t.text(), { unique: true })),
		'a unique index': (op) => op.addColumn('account', column('email', t.text(), { unique: true, index: true })),
		'a key that counts by itself': (op) => op.addColumn('account', id),
		'a key that does not count by itself': (op) =>
			op.addColumn('account', column('id', t.integer(), { primaryKey: true, autoincrement: false })),
		'counting by itself without being a key': (op) =>
			op.addColumn('account', column('position', t.integer(), { nullable: false, autoincrement: true })),
		'a foreign key': (op) =>
			op.addColumn('account', column('owner_id', t.bigInteger(), { references: foreignKey('user.id') })),
		'a key that refers to another one, and a unique index': (op) =>
			op.addColumn(
				'account',
				column('user_id', t.integer(), {
					primaryKey: true,
					unique: true,
					index: true,
					references: foreignKey('user.id', { name: 'fk_account_user' }),
				}),
			),
		'a foreign key with every option': (op) =>
			op.addColumn(
				'account',
				column('owner_id', t.bigInteger(), {
					references: foreignKey('app.user.id', {
						name: 'fk_account_owner',
						match: 'FULL',
						onDelete: 'SET NULL',
						onUpdate: 'CASCADE',
						deferrable: true,
						initially: 'DEFERRED',
					}),
				}),
			),
		'a foreign key not valid': (op) =>
			op.addColumn(
				'account',
				column('owner_id', t.bigInteger(), {
					references: foreignKey('user.id', { postgresql: { notValid: true } }),
				}),
			),
		'computed from others': (op) =>
			op.addColumn('account', column('full_name', t.text(), { computed: computed("first || ' ' || last") })),
		'stored, computed with a comment at the end': (op) =>
			op.addColumn(
				'account',
				column('size', t.integer(), { computed: computed('length(body) -- bytes', { persisted: true }) }),
			),
		'computed when read': (op) =>
			op.addColumn(
				'account',
				column('size', t.integer(), { computed: computed('length(body)', { persisted: false }) }),
			),
		identity: (op) => op.addColumn('account', column('id', t.bigInteger(), { identity: identity() })),
		'identity with every option': (op) =>
			op.addColumn(
				'account',
				column('id', t.bigInteger(), {
					identity: identity({
						always: true,
						start: 100,
						increment: -5,
						minValue: -1000,
						maxValue: 100,
						cycle: true,
						cache: 20,
					}),
				}),
			),
		'identity without limits of its own, and with large ones': (op) => {
			op.addColumn('account', column('a', t.integer(), { identity: identity({ noMinValue: true, noMaxValue: true }) }));
			op.addColumn(
				'account',
				column('b', t.bigInteger(), { identity: identity({ minValue: -5n, maxValue: 9223372036854775807n }) }),
			);
		},
		'identity that does not cycle': (op) =>
			op.addColumn('account', column('id', t.integer(), { identity: identity({ cycle: false }) })),
		'a check': (op) =>
			op.addColumn('account', column('age', t.integer(), { check: checkConstraint('age > 0', { name: 'ck_age' }) })),
		'a check that children do not inherit': (op) =>
			op.addColumn(
				'account',
				column('age', t.integer(), {
					check: checkConstraint(sql`age > ${0}`, { postgresql: { noInherit: true } }),
				}),
			),
	},

	alterColumn: {
		type: (op) => op.alterColumn('message', 'size', { type: t.bigInteger() }),
		'a collation': (op) => op.alterColumn('message', 'slug', { type: t.string(50, { collation: 'C' }) }),
		'type with a conversion': (op) =>
			op.alterColumn('message', 'sent', {
				type: t.dateTime({ timezone: true }),
				postgresql: { using: "sent AT TIME ZONE 'UTC'" },
			}),
		'type with a conversion that ends in a comment': (op) =>
			op.alterColumn('message', 'size', { type: t.integer(), postgresql: { using: sql`size::integer -- checked` } }),
		'text to an enum': (op) =>
			op.alterColumn('message', 'State', {
				type: t.enum('message_state', ['new', 'sent'], { schema: 'app' }),
				serverDefault: 'new',
				existingType: t.string(20),
				existingServerDefault: 'sent',
			}),
		'text to an enum that keeps its default': (op) =>
			op.alterColumn('message', 'State', {
				type: t.enum('message_state', ['new', 'sent'], { schema: 'app' }),
				existingType: t.string(20),
				existingServerDefault: 'sent',
			}),
		'an enum to another': (op) =>
			op.alterColumn('message', 'state', {
				type: t.enum('state', ['new', 'sent']),
				existingType: t.enum('old_state', ['new', 'lost']),
			}),
		'an array of texts to one of enums': (op) =>
			op.alterColumn('message', 'states', {
				type: t.array(t.enum('state', ['new'], { create: false })),
				serverDefault: ['new'],
				existingServerDefault: null,
				existingType: t.array(t.text()),
			}),
		'to an enum with a conversion': (op) =>
			op.alterColumn('message', 'state', {
				type: t.enum('state', ['new', 'sent']),
				postgresql: { using: "CASE state WHEN 1 THEN 'sent'::state ELSE 'new' END" },
			}),
		'not null': (op) => op.alterColumn('message', 'body', { nullable: false }),
		nullable: (op) => op.alterColumn('message', 'body', { nullable: true }),
		'a default': (op) => op.alterColumn('message', 'state', { serverDefault: 'new' }),
		'an expression as default': (op) => op.alterColumn('message', 'sent', { serverDefault: sql`now()` }),
		'NULL as default': (op) => op.alterColumn('message', 'sent', { serverDefault: sql`NULL` }),
		'no default': (op) => op.alterColumn('message', 'state', { serverDefault: null }),
		'JSON as default, the type known': (op) =>
			op.alterColumn('message', 'meta', { serverDefault: { v: 1 }, existingType: t.jsonb() }),
		'a comment': (op) => op.alterColumn('message', 'state', { comment: 'new, sent or\n"lost"' }),
		'no comment': (op) => op.alterColumn('message', 'state', { comment: null }),
		'another name': (op) => op.alterColumn('message', 'user', { newColumnName: 'Author' }),
		'type and default': (op) => op.alterColumn('message', 'flag', { type: t.boolean(), serverDefault: true }),
		'type and default, none before': (op) =>
			op.alterColumn('message', 'flag', { type: t.boolean(), serverDefault: true, existingServerDefault: null }),
		'type, and no default any more': (op) =>
			op.alterColumn('message', 'flag', { type: t.text(), serverDefault: null, existingServerDefault: false }),
		'an identity': (op) =>
			op.alterColumn('message', 'id', { serverDefault: identity({ start: 10 }), existingServerDefault: null }),
		'an identity where a default was, in a column that was nullable': (op) =>
			op.alterColumn('message', 'id', {
				type: t.bigInteger(),
				nullable: false,
				serverDefault: identity({ always: true }),
				existingServerDefault: sql`nextval('message_id_seq')`,
			}),
		'another identity': (op) =>
			op.alterColumn('message', 'id', {
				serverDefault: identity({ always: true, increment: 5, noMaxValue: true }),
				existingServerDefault: identity({ start: 10, minValue: 2, maxValue: 99n, cache: 5, cycle: true }),
			}),
		'an identity that counts down': (op) =>
			op.alterColumn('message', 'id', {
				serverDefault: identity({ increment: -1, maxValue: 9, cycle: true }),
				existingServerDefault: identity(),
			}),
		'no identity': (op) =>
			op.alterColumn('message', 'id', { serverDefault: null, existingServerDefault: identity(), nullable: true }),
		'a default instead of an identity': (op) =>
			op.alterColumn('message', 'id', { serverDefault: 0, existingServerDefault: identity() }),
		'no computed value': (op) =>
			op.alterColumn('message', 'size', { serverDefault: null, existingServerDefault: computed('length(body)') }),
		'a default instead of a computed value': (op) =>
			op.alterColumn('message', 'size', { serverDefault: 1, existingServerDefault: computed('length(body)') }),
		'an identity instead of a computed value': (op) =>
			op.alterColumn('message', 'size', { serverDefault: identity(), existingServerDefault: computed('1') }),
		'another computed value': (op) =>
			op.alterColumn('message', 'size', {
				serverDefault: computed('length(body) + 1 -- with its end'),
				existingServerDefault: computed('length(body)'),
			}),
		'no value computed when read': (op) =>
			op.alterColumn('message', 'size', {
				serverDefault: null,
				existingServerDefault: computed('length(body)', { persisted: false }),
			}),
		'a computed value where there was none': (op) =>
			op.alterColumn('message', 'size', { serverDefault: computed('length(body)') }),
		'counting by itself': (op) =>
			op.alterColumn('message', 'id', { autoincrement: true, existingAutoincrement: false }),
		'everything, in a schema': (op) =>
			op.alterColumn('Message', 'size', {
				schema: 'app',
				type: t.numeric(12, 2),
				nullable: false,
				serverDefault: 0,
				comment: 'bytes',
				newColumnName: 'byte_size',
				existingType: t.integer(),
				existingNullable: true,
				existingServerDefault: -1,
				existingComment: null,
				postgresql: { using: 'size::numeric' },
			}),
	},

	bulkInsert: {
		'one row': (op) => op.bulkInsert(table('role', [column('name', t.string())]), [{ name: 'admin' }]),
		'several rows': (op) =>
			op.bulkInsert(table('role', [column('id', t.integer()), column('name', t.string())], { schema: 'app' }), [
				{ id: 1, name: 'admin' },
				{ name: 'member', id: 2 },
			]),
		'one INSERT a row': (op) =>
			op.bulkInsert(table('role', [column('id', t.integer())]), [{ id: 1 }, { id: 2 }], { multiinsert: false }),
		'values that only some rows have': (op) =>
			op.bulkInsert(table('role', [column('id', t.integer()), column('name', t.string()), column('never', t.text())]), [
				{ id: 1 },
				{ id: 2, name: null },
				{ name: 'x' },
			]),
		'rows of defaults': (op) => op.bulkInsert(table('role', [id]), [{}, { id: undefined }]),
		'labels of enums': (op) =>
			op.bulkInsert(
				table('order', [
					column('state', t.enum('order_state', ['new', "it's"])),
					column('states', t.array(t.enum('order_state', ['new', "it's"]))),
				]),
				[{ state: "it's", states: ['new', null] }, { state: null, states: [] }, { states: '{new}' }],
			),
		'no row': (op) => op.bulkInsert(table('role', [id]), []),
		'names that need quotes': (op) =>
			op.bulkInsert(table('Order', [column('to', t.text()), column('a.b"c', t.text())]), [{ to: '1', 'a.b"c': '2' }]),
		strings: (op) =>
			op.bulkInsert(
				table('note', [column('body', t.text())]),
				[
					"it's",
					'C:\\temp',
					'two\nlines\tand a tab',
					'',
					'a "quoted" :name %s $1 -- no comment; /* none */ $$',
					'cr\r\nlf',
					'zero\u200bwidth \u202eright-to-left\u202c \u{1f600}',
					"both '\\' and \u0007",
				].map((body) => ({ body })),
			),
		numbers: (op) =>
			op.bulkInsert(table('sample', [column('int', t.bigInteger()), column('value', t.double())]), [
				{ int: -1, value: -0.5 },
				{ int: 9223372036854775807n, value: Number.NaN },
				{ int: -9223372036854775808n, value: Number.POSITIVE_INFINITY },
				{ int: Number.MAX_SAFE_INTEGER, value: Number.NEGATIVE_INFINITY },
				{ int: 0, value: 1e300 },
				{ int: null, value: 5e-324 },
			]),
		'dates and times': (op) =>
			op.bulkInsert(
				table('event', [
					column('day', t.date()),
					column('local', t.dateTime()),
					column('moment', t.dateTime({ timezone: true })),
				]),
				[
					{
						day: new Date('2024-02-29T23:59:59.999Z'),
						local: new Date('2024-02-29T23:59:59.999Z'),
						moment: new Date('2024-02-29T23:59:59.999Z'),
					},
					{ day: '2024-03-01', local: new Date(0), moment: new Date(0) },
				],
			),
		'booleans, bytes and identifiers': (op) =>
			op.bulkInsert(
				table('blob', [column('id', t.uuid()), column('ok', t.boolean()), column('data', t.largeBinary())]),
				[
					{ id: '1975ea83-b712-4000-8000-000000000000', ok: true, data: new Uint8Array([0, 39, 92, 255]) },
					{ id: null, ok: false, data: new Uint8Array() },
				],
			),
		'JSON and arrays': (op) =>
			op.bulkInsert(
				table('doc', [
					column('data', t.jsonb()),
					column('text', t.json()),
					column('tags', t.array(t.text())),
					column('grid', t.array(t.integer(), { dimensions: 2 })),
				]),
				[
					{
						data: { "it's": ['\\', '\n', '\u202e', null, true, 1.5] },
						text: [],
						tags: ["a'b", 'c\\d', null],
						grid: [
							[1, 2],
							[3, -4],
						],
					},
					{ data: 'a string', text: 1, tags: [], grid: '{{1},{2}}' },
					{ data: null, text: false, tags: null, grid: [] },
				],
			),
		expressions: (op) =>
			op.bulkInsert(table('event', [column('at', t.dateTime()), column('id', t.bigInteger())]), [
				{ at: sql`now()`, id: sql`nextval(${'event_id_seq'})` },
				{ at: sql`now() -- at the start`, id: sql`${1} + ${-1}` },
			]),
	},

	createCheckConstraint: {
		named: (op) => op.createCheckConstraint('ck_message_body', 'message', "body <> ''"),
		'named by the server': (op) => op.createCheckConstraint(null, 'message', 'size > 0'),
		'in a schema, not valid': (op) =>
			op.createCheckConstraint('Check "size"', 'message', sql`${ident('size')} between ${-1} and ${10n}`, {
				schema: 'app',
				postgresql: { notValid: true },
			}),
		'that children do not inherit': (op) =>
			op.createCheckConstraint('ck', 'message', 'size > 0', { postgresql: { noInherit: true, notValid: false } }),
		'that need not wait': (op) => op.createCheckConstraint('ck', 'message', 'size > 0', { deferrable: false }),
		'that could wait': (op) => op.createCheckConstraint('ck', 'message', 'size > 0', { deferrable: true }),
		'that waits': (op) => op.createCheckConstraint('ck', 'message', 'size > 0', { initially: 'DEFERRED' }),
		'with a comment at the end': (op) => op.createCheckConstraint('ck', 'message', 'size > 0 -- never empty'),
	},

	createEnum: {
		plain: (op) => op.createEnum('order_state', ['new', 'paid', 'sent']),
		'in a schema': (op) => op.createEnum('order_state', ['new'], { schema: 'app' }),
		'names and labels that need quotes': (op) =>
			op.createEnum('Order', ["it's", 'a\\b', 'say "hi"', '', 'two\nlines', 'zero\u200bwidth'], { schema: 'größe' }),
		'if not exists': (op) => op.createEnum('order_state', ['new', "it's"], { ifNotExists: true }),
		'if not exists, in a schema': (op) =>
			op.createEnum('Order', ['$gen_sql$'], { schema: "o'reilly", ifNotExists: true }),
	},

	createExcludeConstraint: {
		plain: (op) => op.createExcludeConstraint('ex_booking', 'booking', [['period', '&&']]),
		'named by the server, in a schema': (op) =>
			op.createExcludeConstraint(null, 'Booking', [['user', '=']], { schema: 'app', using: 'btree' }),
		'with every option': (op) =>
			op.createExcludeConstraint(
				'Ex "room"',
				'booking',
				[
					['room', '='],
					['Period', '&&'],
					[sql`lower(owner) || ${'-'}`, '='],
				],
				{
					using: 'spgist',
					ops: { room: 'gist_int4_ops', Period: 'public.Range_Ops' },
					where: sql`NOT cancelled -- for now`,
					deferrable: true,
					initially: 'DEFERRED',
				},
			),
		'not deferrable': (op) => op.createExcludeConstraint('ex', 'booking', [['period', '&&']], { deferrable: false }),
	},

	createForeignKey: {
		plain: (op) => op.createForeignKey('fk_message_author', 'message', 'user', ['author_id'], ['id']),
		'named by the server, between schemas': (op) =>
			op.createForeignKey(null, 'message', 'Account', ['tenant', 'user'], ['tenant', 'Id'], {
				sourceSchema: 'chat',
				referentSchema: 'app',
			}),
		'with every option': (op) =>
			op.createForeignKey('fk', 'message', 'account', ['author_id'], ['id'], {
				match: 'FULL',
				onDelete: 'CASCADE',
				onUpdate: 'SET DEFAULT',
				deferrable: true,
				initially: 'IMMEDIATE',
				postgresql: { notValid: true },
			}),
		'restricting, simple': (op) =>
			op.createForeignKey('fk', 'message', 'account', ['author_id'], ['id'], {
				match: 'SIMPLE',
				onDelete: 'RESTRICT',
				onUpdate: 'NO ACTION',
				deferrable: false,
			}),
		'setting some of its columns': (op) => {
			op.createForeignKey('fk', 'message', 'account', ['tenant', 'Author'], ['tenant', 'id'], {
				onDelete: 'SET NULL',
				postgresql: { onDeleteColumns: ['Author'] },
			});
			op.createForeignKey('fk', 'message', 'account', ['a', 'b'], ['a', 'b'], {
				onDelete: 'SET DEFAULT',
				onUpdate: 'SET NULL',
				postgresql: { onDeleteColumns: ['b', 'a'] },
			});
		},
		'of the table itself': (op) => op.createForeignKey('fk', 'node', 'node', ['parent_id'], ['id']),
		'partial, which no server has': (op) =>
			op.createForeignKey('fk', 'message', 'account', ['a', 'b'], ['a', 'b'], { match: 'PARTIAL' }),
		deferred: (op) => op.createForeignKey('fk', 'message', 'account', ['a'], ['b'], { initially: 'DEFERRED' }),
	},

	createIndex: {
		plain: (op) => op.createIndex('ix_account_email', 'account', ['email']),
		'named by convention': (op) => op.createIndex(null, 'account', ['last', 'first']),
		'named by convention, too long': (op) =>
			op.createIndex(null, 'a_table_with_a_name_of_quite_some_length', ['a_column_with_a_long_name']),
		'unique, in a schema, if not exists': (op) =>
			op.createIndex('ix', 'account', ['email'], { schema: 'app', unique: true, ifNotExists: true }),
		'names that need quotes': (op) =>
			op.createIndex('Ix "user"', 'User', ['select', 'Größe', 'lower(email)'], { schema: 'My App' }),
		'an expression': (op) => op.createIndex('ix', 'account', [sql`lower(email)`, 'id', sql`a || ${'-'}`]),
		concurrently: (op) => op.createIndex('ix', 'account', ['email'], { postgresql: { concurrently: true } }),
		'without concurrently': (op) => op.createIndex('ix', 'account', ['email'], { postgresql: { concurrently: false } }),
		'for some rows': (op) =>
			op.createIndex('ix', 'account', ['email'], { unique: true, postgresql: { where: 'deleted_at IS NULL' } }),
		'for some rows, with a comment at the end': (op) =>
			op.createIndex('ix', 'account', ['email'], { postgresql: { where: sql`plan = ${'free'} -- for now` } }),
		'with operator classes': (op) =>
			op.createIndex('ix', 'message', ['body', 'id'], {
				postgresql: { using: 'gin', ops: { body: 'gin_trgm_ops', id: 'public.Int_Ops' } },
			}),
		'with everything': (op) =>
			op.createIndex('ix', 'account', ['email', sql`lower(name)`], {
				schema: 'app',
				unique: true,
				ifNotExists: true,
				postgresql: {
					concurrently: true,
					using: 'btree',
					include: ['id', 'user'],
					nullsNotDistinct: true,
					ops: { email: 'text_pattern_ops' },
					with: { fillfactor: 70, deduplicate_items: false, 'toast.x': 'it\'s "on"' },
					tablespace: 'Fast',
					where: 'deleted_at IS NULL',
				},
			}),
	},

	createPrimaryKey: {
		plain: (op) => op.createPrimaryKey('pk_member', 'member', ['conversation_id', 'user_id']),
		'named by the server, in a schema': (op) => op.createPrimaryKey(null, 'member', ['user'], { schema: 'app' }),
		'with every option': (op) =>
			op.createPrimaryKey('pk', 'member', ['id'], {
				deferrable: true,
				initially: 'DEFERRED',
				postgresql: { include: ['name', 'Group'] },
			}),
		'not deferrable': (op) => op.createPrimaryKey('pk', 'member', ['id'], { deferrable: false }),
	},

	createTable: {
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
					t.raw('geometry(Point, 4326)'),
				].map((type, number) => column(`c${number}`, type)),
			);
		},
	},

	createTableComment: {
		plain: (op) => op.createTableComment('user', "People who can't\nsign in"),
		'in a schema': (op) => op.createTableComment('account', 'new', { schema: 'app', existingComment: 'old' }),
		empty: (op) => op.createTableComment('account', '', { existingComment: null }),
	},

	createUniqueConstraint: {
		plain: (op) => op.createUniqueConstraint('uq_tag_name', 'tag', ['workspace_id', 'name']),
		'named by the server, in a schema': (op) => op.createUniqueConstraint(null, 'tag', ['user'], { schema: 'app' }),
		'with every option': (op) =>
			op.createUniqueConstraint('uq', 'tag', ['name'], {
				deferrable: true,
				initially: 'DEFERRED',
				postgresql: { include: ['id'], nullsNotDistinct: true },
			}),
	},

	dropColumn: {
		plain: (op) => op.dropColumn('user', 'nickname'),
		'in a schema, if exists': (op) =>
			op.dropColumn('account', 'nickname', { schema: 'app', ifExists: true, existingType: t.boolean() }),
		'names that need quotes': (op) => op.dropColumn('Order.Item', 'a"b`c'),
	},

	dropConstraint: {
		plain: (op) => op.dropConstraint('fk_message_author', 'message'),
		'in a schema, if exists, the kind given': (op) =>
			op.dropConstraint('Fk', 'user', 'foreignkey', { schema: 'app', ifExists: true }),
	},

	dropEnum: {
		plain: (op) => op.dropEnum('order_state'),
		'in a schema, if exists': (op) => op.dropEnum('Order', { schema: 'app', ifExists: true }),
	},

	dropIndex: {
		plain: (op) => op.dropIndex('ix_user_email', 'user'),
		'in a schema, if exists': (op) => op.dropIndex('Ix', undefined, { schema: 'app', ifExists: true }),
		concurrently: (op) => op.dropIndex('ix', 'account', { postgresql: { concurrently: true } }),
		'concurrently, if exists': (op) =>
			op.dropIndex('ix', undefined, { ifExists: true, postgresql: { concurrently: true } }),
	},

	dropTable: {
		plain: (op) => op.dropTable('user'),
		'in a schema, if exists': (op) => op.dropTable('Account', { schema: 'app', ifExists: true }),
	},

	dropTableComment: {
		plain: (op) => op.dropTableComment('user'),
		'in a schema': (op) => op.dropTableComment('account', { schema: 'app', existingComment: 'old' }),
	},

	execute: {
		'a string, verbatim': (op) => op.execute("update account set plan = 'free' where note ~ '(?:x|y)%' -- :all\t%s"),
		'values and names': (op) =>
			op.execute(
				sql`update ${ident('app', 'user')} set plan = ${"it's"}, n = n -${-1}, at = ${new Date(0)}, b = ${new Uint8Array([1])},
	ok = ${true}, x = ${null}, f = ${Number.NaN}, big = ${-9007199254740993n}`,
			),
		'a fragment in a fragment': (op) => op.execute(sql`delete from account where ${sql`plan = ${'free'}`} and id > 0`),
		parameters: (op) =>
			op.execute(
				sql`update account set plan = 'x:y' where tenant = ${param('tenant', t.string())} and ${param('n', t.integer())} > 0`,
			),
		'several statements': (op) =>
			op.execute(`
				-- first
				insert into log values ('a;b');
				/* second; */ select 1;;
				select $$;$$ -- last;
			`),
		'a function with a body in SQL': (op) =>
			op.execute(`CREATE OR REPLACE FUNCTION f() RETURNS void
BEGIN ATOMIC
    INSERT INTO log VALUES (CASE WHEN true THEN 1 END);
    DELETE FROM log;
END;
SELECT f()`),
		'outside a transaction': (op) => op.autocommitBlock(() => op.execute("ALTER SYSTEM SET work_mem = '64MB'")),
	},

	renameTable: {
		plain: (op) => op.renameTable('chat', 'conversation'),
		'in a schema': (op) => op.renameTable('user', 'User', { schema: 'app' }),
	},
};
