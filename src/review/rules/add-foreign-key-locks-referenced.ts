import { type NodeOf, nodeOf, visit } from '../../dialects/postgresql/catalog/trees.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const addForeignKeyLocksReferenced = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'A foreign key of a new table that refers to a table that the script did not create.',
	why: 'The table that is referred to gets triggers, for which nobody can write to it until the transaction ends.',
	advice:
		'It takes an instant where the transaction is short: create the table in one of its own, with a lock_timeout, and fill it in the next.',
	sources: [
		'https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-REFERENCES',
		'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
	],
	beside: ['foreign-key-without-index'],
	examples: {
		bad: [
			'CREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint REFERENCES account (id));',
			'CREATE TABLE app.invoice (id bigint PRIMARY KEY, payer bigint, FOREIGN KEY (payer) REFERENCES app."Account" (id));',
			'CREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint);\nALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (payer) REFERENCES account (id);',
			'CREATE TABLE invoice (id bigint PRIMARY KEY);\nALTER TABLE invoice ADD COLUMN payer bigint REFERENCES account (id);',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint REFERENCES account (id));',
			'CREATE TABLE category (id bigint PRIMARY KEY, parent bigint REFERENCES category (id));',
			'CREATE TABLE invoice (id bigint PRIMARY KEY, account_id bigint);',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint);\nALTER TABLE invoice ADD FOREIGN KEY (payer) REFERENCES account (id);',
		],
	},
	statements: {
		CreateStmt: (statement, seen) =>
			statement.relation ? referredTo(statement, shown(statement.relation), seen) : NONE,
	},
	actions: { AT_AddColumn: ofNewTable, AT_AddConstraint: ofNewTable },
});

/** A key of a table that others use has rules of its own. */
function ofNewTable({ cmd, table, name }: Action, seen: Seen): Problems {
	return seen.isNew(table) ? referredTo(cmd.def, name, seen) : NONE;
}

function referredTo(tree: unknown, table: string, seen: Seen): Problems {
	const others: NodeOf<'RangeVar'>[] = [];
	visit(tree, (node) => {
		const other = nodeOf(node, 'Constraint')?.pktable;
		if (other) others.push(other);
		return true;
	});
	return others
		.filter((other) => seen.work(other)?.blocks.writes)
		.map((other) => ({
			object: shown(other),
			message: `writes to "${shown(other)}" wait for the foreign key of the new table "${table}"`,
		}));
}
