import type { RevisionBody } from '../../src/record/record.ts';
import { column, computed } from '../../src/schema/column.ts';
import {
	checkConstraint,
	foreignKey,
	foreignKeyConstraint,
	primaryKeyConstraint,
	uniqueConstraint,
} from '../../src/schema/constraints.ts';
import { index } from '../../src/schema/index-element.ts';
import { ident, sql } from '../../src/sql/sql.ts';
import { t } from '../../src/sql/types.ts';

const id = column('id', t.bigInteger(), { primaryKey: true });

/**
 * What a project of several dialects does. Each body stands by itself, on an empty database: where the golden matrix asks
 * for what only PostgreSQL has, this asks for what the others have.
 */
export const portable: Readonly<Record<string, RevisionBody>> = {
	'every type that every dialect has': (op) => {
		const types = [
			t.bigInteger(),
			t.boolean(),
			t.char(),
			t.char(3),
			t.date(),
			t.dateTime(),
			t.dateTime({ timezone: true, precision: 3 }),
			t.double(),
			t.enum('state', ['new', "it's", 'déjà']),
			t.float(),
			t.float(24),
			t.integer(),
			t.interval(),
			t.json(),
			t.largeBinary(),
			t.numeric(),
			t.numeric(10),
			t.numeric(10, 2),
			t.smallInteger(),
			t.string(20),
			t.text(),
			t.time(),
			t.time({ precision: 6 }),
			t.unicode(20),
			t.unicodeText(),
			t.uuid(),
			t.variant(t.tsvector(), { mysql: t.text(), sqlite: t.text() }),
		];
		op.createTable(
			'types',
			types.map((type, number) => column(`c${number}`, type)),
		);
	},

	'keys, references, checks and comments': (op) => {
		op.createTable('account', [
			id,
			column('email', t.string(190), { nullable: false, unique: true, comment: "what's \\ */ in it" }),
		]);
		op.createTable(
			'message',
			[
				column('account_id', t.bigInteger(), { references: foreignKey('account.id', { onDelete: 'CASCADE' }) }),
				column('number', t.integer(), { check: checkConstraint('number > 0', { name: 'ck_number' }) }),
				column('parent', t.integer()),
				column('reply', t.bigInteger()),
				column('body', t.string(100), { serverDefault: "it's \\ empty", comment: 'plain text' }),
				column('size', t.integer(), { computed: computed('length(body) -- bytes') }),
				column('double_size', t.integer(), { computed: computed('length(body) * 2', { persisted: true }) }),
				column('at', t.dateTime(), { nullable: false, serverDefault: sql`CURRENT_TIMESTAMP` }),
				primaryKeyConstraint(['account_id', 'number'], { name: 'pk_message' }),
				uniqueConstraint(['parent', 'number'], { name: 'uq_parent' }),
				foreignKeyConstraint(['reply', 'parent'], ['message.account_id', 'message.number'], {
					name: 'fk_parent',
					onUpdate: 'RESTRICT',
					onDelete: 'NO ACTION',
				}),
				checkConstraint(sql`${ident('body')} <> ${''} -- not empty`, { name: 'ck_body' }),
				index(null, ['at']),
				index('ix_size', ['size', 'at'], { unique: true }),
			],
			{ comment: "people's messages", ifNotExists: true },
		);
	},

	'defaults of every kind': (op) => {
		op.createTable('defaults', [
			column('a', t.text(), { serverDefault: 'text' }),
			column('b', t.boolean(), { nullable: false, serverDefault: true }),
			column('c', t.json(), { serverDefault: { v: [1, "it's"] } }),
			column('d', t.json(), { serverDefault: '{}' }),
			column('e', t.numeric(10, 2), { serverDefault: -1.5 }),
			column('f', t.bigInteger(), { serverDefault: 9223372036854775807n }),
			column('g', t.largeBinary(), { serverDefault: new Uint8Array([0, 39, 255]) }),
			column('h', t.dateTime(), { serverDefault: new Date('2024-12-31T23:59:59Z') }),
			column('i', t.date(), { serverDefault: new Date('2024-12-31T23:59:59.999Z') }),
			column('j', t.integer(), { serverDefault: sql`1 + ${2}` }),
			column('k', t.string(20), { serverDefault: sql`NULL` }),
			column('l', t.enum('state', ['new', "it's"]), { serverDefault: "it's" }),
			column('m', t.uuid(), { serverDefault: '1975EA83-b712-4000-8000-000000000000' }),
		]);
		op.bulkInsert(op.createTable('other', [id, column('note', t.text())]), [{}, { id: 9 }, { note: 'x' }]);
	},

	'values of every kind': (op) => {
		const values = op.createTable('samples', [
			id,
			column('text', t.text()),
			column('flag', t.boolean()),
			column('number', t.double()),
			column('json', t.json()),
			column('bytes', t.largeBinary()),
			column('moment', t.dateTime({ precision: 3 })),
			column('clock', t.time({ precision: 3 })),
			column('state', t.enum('state', ['new', "it's"])),
			column('uuid', t.uuid()),
		]);
		op.bulkInsert(values, [
			{
				id: 1,
				text: "it's C:\\temp\\ \u{1f600}\ttab\nline \\",
				flag: true,
				number: -0.5,
				json: { "it's": ['\\', '\n', 'ü', null, 1.5] },
				bytes: new Uint8Array([0, 39, 92, 255]),
				moment: new Date('2024-02-29T23:59:59.999Z'),
				clock: new Date('2024-02-29T23:59:59.999Z'),
				state: "it's",
				uuid: '1975ea83-b712-4000-8000-000000000000',
			},
			{ id: 2, text: 'zero\u200bwidth \u202e\r\n', flag: false, number: 1e300, json: [] },
			{ id: 3, text: '\u2066', number: null },
		]);
	},

	'columns that come and go': (op) => {
		op.createTable('account', [id, column('email', t.string(100))]);
		op.addColumn('account', column('plan', t.string(20), { nullable: false, serverDefault: 'free', comment: 'paid' }));
		op.addColumn('account', column('owner', t.bigInteger(), { references: foreignKey('account.id'), index: true }));
		op.addColumn('account', column('age', t.integer(), { check: checkConstraint('age > 0') }));
		op.addColumn('account', column('length', t.integer(), { computed: computed('length(email)') }));
		op.alterColumn('account', 'plan', { newColumnName: 'Select' });
		op.createIndex('ix_lower', 'account', [sql`lower(email) DESC`, 'id', sql`id + ${1}`]);
		op.createIndex('ix_email', 'account', [sql`email DESC`], { unique: true });
		op.dropIndex('ix_lower', 'account');
		op.dropColumn('account', 'length');
		op.dropColumn('account', 'age');
		op.renameTable('account', 'Order');
		op.dropTable('Order');
	},

	'a table that is altered': (op) => {
		op.createTable('item', [
			column('id', t.bigInteger()),
			column('name', t.string(20)),
			column('parent', t.bigInteger()),
		]);
		op.createPrimaryKey('pk_item', 'item', ['id']);
		op.createUniqueConstraint('uq_name', 'item', ['name']);
		op.createCheckConstraint('ck_name', 'item', "name <> ''");
		op.createForeignKey('fk_parent', 'item', 'item', ['parent'], ['id'], { onDelete: 'SET NULL' });
		op.createTableComment('item', "what's sold");
		op.dropTableComment('item');
		op.dropConstraint('fk_parent', 'item', 'foreignkey');
		op.dropConstraint('ck_name', 'item', 'check');
		op.dropConstraint('uq_name', 'item', 'unique');
		op.dropConstraint('pk_item', 'item', 'primary');
	},

	'a column that is said again': (op) => {
		const now = { existingType: t.integer(), existingNullable: true, existingComment: null };
		op.createTable('item', [id, column('n', t.integer()), column('s', t.text(), { serverDefault: 'x' })]);
		op.alterColumn('item', 'n', { ...now, nullable: false, existingServerDefault: null, existingAutoincrement: false });
		op.alterColumn('item', 'n', { serverDefault: 5, existingType: t.integer() });
		op.alterColumn('item', 'n', { serverDefault: null });
		op.alterColumn('item', 's', {
			existingType: t.text(),
			existingNullable: true,
			existingServerDefault: 'x',
			comment: "it's kept",
			newColumnName: 'text',
		});
		op.alterColumn('item', 'id', {
			existingType: t.bigInteger(),
			type: t.integer(),
			existingNullable: false,
			existingServerDefault: null,
			existingComment: null,
			existingAutoincrement: true,
		});
		op.alterColumn('item', 'n', {
			existingType: t.integer(),
			existingNullable: false,
			existingServerDefault: null,
			existingComment: null,
			existingAutoincrement: false,
			type: t.string(10),
			serverDefault: 'none',
		});
	},
};
