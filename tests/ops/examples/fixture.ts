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

/** An object of each type that can be moved, or given to another role. */
const OF_EACH_TYPE = `
	CREATE TABLE "Parted" (at date NOT NULL) PARTITION BY RANGE (at);
	CREATE VIEW "Seen" AS SELECT 1 AS x;
	CREATE MATERIALIZED VIEW "Stored" AS SELECT 1 AS x;
	CREATE FOREIGN DATA WRAPPER nowhere;
	CREATE SERVER nowhere FOREIGN DATA WRAPPER nowhere;
	CREATE FOREIGN TABLE "Foreign" (x integer) SERVER nowhere;
	CREATE SEQUENCE "Counted";
	CREATE TYPE "Pair" AS (x integer, y integer);
	CREATE DOMAIN "Positive" AS integer CHECK (VALUE > 0);
	CREATE FUNCTION "Twice"(n integer, at date) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n';
	CREATE FUNCTION "Twice"() RETURNS integer LANGUAGE sql AS 'SELECT 2';
	CREATE PROCEDURE "Done"(n integer[]) LANGUAGE sql AS '';
	CREATE EXTENSION cube SCHEMA public`;

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
	const state = t.enum('Held', ['new', 'paid', 'sent']);
	const held = op.createTable('held', [
		column('state', state, { nullable: false, serverDefault: 'new', index: true }),
		column('states', t.array(state), { serverDefault: ['new', 'paid'] }),
		column('plain', state),
	]);
	op.bulkInsert(held, [{ state: 'new' }, { state: 'paid', states: ['sent', 'paid'], plain: 'sent' }]);
	// Roles are those of the server: another database may have made this one.
	op.execute(`DO $$BEGIN CREATE ROLE "Keeper"; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END$$`);
	op.createSchema('Empty', { authorization: 'Keeper' });
	op.execute(OF_EACH_TYPE);
};
