import {
	checkConstraint,
	column,
	excludeConstraint,
	foreignKeyConstraint,
	index,
	primaryKeyConstraint,
	sql,
	t,
	table,
	uniqueConstraint,
} from '../../../src/index.ts';
import type { RevisionBody } from '../../../src/record/record.ts';
import { programs } from './programs.ts';

/** The elements of a table that has one of each kind. */
export const kept = [
	column('number', t.integer(), { nullable: false, autoincrement: false }),
	column('name', t.text()),
	column('period', t.tstzrange()),
	column('Owner', t.integer(), { index: true, comment: 'who' }),
	primaryKeyConstraint(['number'], { name: 'kept_pk' }),
	foreignKeyConstraint(['Owner'], ['user.id'], { name: 'kept_fk' }),
	uniqueConstraint(['number', 'name'], { name: 'kept_uq', deferrable: true }),
	checkConstraint('number > 0', { name: 'kept_ck' }),
	excludeConstraint([['period', '&&']], { name: 'kept_ex' }),
	index('ix_kept', [sql`lower(name)`], { unique: true, postgresql: { where: 'number > 5' } }),
];

/** What the scenarios build on. */
export const fixture: RevisionBody = (op) => {
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
	op.createTable('kept', kept, { comment: 'stays' });
	op.createEnum('Kept', ['b', 'a']);
	programs(op);
	// Roles are those of the server: another database may have made this one.
	op.execute(`DO $$BEGIN CREATE ROLE "Keeper"; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END$$`);
	op.createSchema('Empty', { authorization: 'Keeper' });
};
