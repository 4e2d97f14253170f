import * as assert from 'uvu/assert';
import {
	checkConstraint,
	column,
	foreignKey,
	index,
	primaryKeyConstraint,
	t,
	uniqueConstraint,
} from '../../src/index.ts';
import type { RevisionBody } from '../../src/record/record.ts';
import type { NamingConvention } from '../../src/schema/naming-convention.ts';
import { onServers } from '../support/on-servers.ts';
import { statementsOf } from '../support/script.ts';

const namingConvention: NamingConvention = {
	ix: 'ix_%(column_0_N_label)s',
	uq: 'uq_%(table_name)s_%(column_0_N_name)s',
	ck: 'ck_%(table_name)s_%(constraint_name)s',
	fk: 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s',
	pk: 'pk_%(table_name)s',
};

const LONG = 'a_table_with_a_name_of_quite_some_length';
const options = { schema: 'app' };

const up: RevisionBody = (op) => {
	op.execute('CREATE SCHEMA app');
	op.createTable(
		'user',
		[
			column('id', t.integer(), { primaryKey: true }),
			column('email', t.text(), { unique: true }),
			column('Group', t.integer(), { index: true }),
			checkConstraint("email <> ''", { name: 'email' }),
		],
		options,
	);
	op.createTable(
		LONG,
		[
			column('user_id', t.integer(), {
				references: foreignKey('app.user.id'),
				check: checkConstraint('user_id > 0', { name: 'positive' }),
			}),
			column('a_column_with_a_long_name', t.integer()),
			uniqueConstraint(['user_id', 'a_column_with_a_long_name']),
			index(null, ['user_id', 'a_column_with_a_long_name']),
			primaryKeyConstraint(['a_column_with_a_long_name']),
		],
		options,
	);
	const boss = column('boss_id', t.integer(), {
		references: foreignKey('app.user.id'),
		check: checkConstraint('boss_id <> id', { name: 'boss' }),
		unique: true,
	});
	op.addColumn('user', boss, options);
	op.addColumn('user', column('age', t.integer(), { index: true }), options);
	op.createTable('note', [column('a', t.integer(), { nullable: false }), column('b', t.integer())], options);
	op.createPrimaryKey(null, 'note', ['a'], options);
	op.createUniqueConstraint(null, 'note', ['b', 'a'], options);
	op.createForeignKey(null, 'note', 'user', ['b'], ['id'], { sourceSchema: 'app', referentSchema: 'app' });
	op.createCheckConstraint('b', 'note', 'b > 0', options);
	op.createCheckConstraint(op.f('whole'), 'note', 'b > 1', options);
	op.createIndex(null, 'note', ['b'], options);
};

/** What SQLAlchemy 2.1 and Alembic 1.20 make of the same calls. */
const NAMES = [
	`ck_${LONG}_positive`,
	'ck_note_b',
	'ck_user_boss',
	'ck_user_email',
	`fk_${LONG}_user_id_user`,
	'fk_note_b_user',
	'fk_user_boss_id_user',
	`ix_app_${LONG}_user_id_adb5`,
	'ix_app_note_b',
	'ix_app_user_Group',
	'ix_app_user_age',
	`pk_${LONG}`,
	'pk_note',
	'pk_user',
	`uq_${LONG}_user_id_a_c_f1f8`,
	'uq_note_b_a',
	'uq_user_boss_id',
	'uq_user_email',
	'whole',
];

const down: RevisionBody = (op) => {
	op.dropConstraint('b', 'note', 'check', options);
	op.dropConstraint(op.f('whole'), 'note', 'check', options);
	op.dropConstraint('fk_note_b_user', 'note', 'foreignkey', options);
	op.dropConstraint(op.f('uq_note_b_a'), 'note', 'unique', options);
	op.dropConstraint('pk_note', 'note', 'primary', options);
	op.dropIndex('ix_app_note_b', 'note', options);
};

/** Constraints, apart from NOT NULL, and indexes that are not theirs. */
const QUERY = `
	SELECT conname COLLATE "C" AS name FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND contype <> 'n'
	UNION ALL SELECT relname FROM pg_class c WHERE relnamespace = 'app'::regnamespace AND relkind = 'i'
		AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = c.oid AND contype IN ('p', 'u'))
	ORDER BY name`;

onServers('db/naming', (test, { open }) => {
	test('the server has the names that SQLAlchemy makes, and finds what is dropped by them', async () => {
		const database = await open();
		const names = async (): Promise<readonly unknown[]> => (await database.query(QUERY)).map(({ name }) => name);
		for (const statement of await statementsOf(up, { namingConvention })) await database.exec(statement);
		assert.equal(await names(), NAMES);
		for (const statement of await statementsOf(down, { namingConvention })) await database.exec(statement);
		assert.equal(
			await names(),
			NAMES.filter((name) => !/_note|whole/.test(name)),
		);
	});
});
