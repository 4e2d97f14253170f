import type { Relation } from '../../dialects/postgresql/catalog/model.ts';
import { nodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { droppedBy } from '../drops.ts';
import { defersKeys, hasDeferrableKeys, hasPendingChecks } from '../pending-checks.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const pendingTriggerEvents = defineRule({
	severity: 'error',
	group: 'transactions',
	about:
		'ALTER TABLE, DROP TABLE, TRUNCATE or CREATE INDEX behind a write to the table in the same transaction, while a foreign key of it is deferred.',
	why: 'The key is tried at the end of the transaction. Until then the server refuses to change the table, with the error 55006: it has pending trigger events.',
	advice:
		'Have the keys tried before the change, or commit between the two. It is known from the schema which keys can be deferred; without that, the rule is silent.',
	op: "op.execute('SET CONSTRAINTS ALL IMMEDIATE');",
	sources: [
		'https://www.postgresql.org/docs/current/sql-set-constraints.html',
		'https://www.postgresql.org/docs/current/errcodes-appendix.html',
	],
	beside: ['foreign-key-without-index', 'not-idempotent'],
	examples: {
		bad: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED);\nBEGIN;\nINSERT INTO invoice (id, payer) VALUES (1, 1);\nALTER TABLE invoice ADD COLUMN note text;\nCOMMIT;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE "Invoice" (id bigint PRIMARY KEY, payer bigint REFERENCES account (id) DEFERRABLE);\nBEGIN;\nSET CONSTRAINTS ALL DEFERRED;\nUPDATE "Invoice" SET payer = 7 WHERE id = 1;\nCREATE INDEX invoice_payer ON "Invoice" (payer);\nCOMMIT;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED);\nBEGIN;\nDELETE FROM account WHERE id = 1;\nALTER TABLE account ADD COLUMN note text;\nCOMMIT;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED);\nBEGIN;\nINSERT INTO invoice (id, payer) VALUES (1, 1);\nSET CONSTRAINTS ALL IMMEDIATE;\nALTER TABLE invoice ADD COLUMN note text;\nCOMMIT;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED);\nBEGIN;\nINSERT INTO invoice (id, payer) VALUES (1, 1);\nCOMMIT;\nBEGIN;\nALTER TABLE invoice ADD COLUMN note text;\nCOMMIT;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id) DEFERRABLE);\nBEGIN;\nINSERT INTO invoice (id, payer) VALUES (1, 1);\nALTER TABLE invoice ADD COLUMN note text;\nCOMMIT;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY, note text, payer bigint REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED);\nBEGIN;\nUPDATE invoice SET note = NULL WHERE id = 1;\nALTER TABLE invoice ADD COLUMN more text;\nALTER TABLE account ADD COLUMN note text;\nCOMMIT;',
		],
	},
	every: (seen) => {
		if (!seen.isInTransaction) return NONE;
		const tables = tablesChanged(seen.tree, seen).filter((table) => hasDeferrableKeys(table, seen));
		if (tables.length === 0) return NONE;
		const earlier = seen.earlier.sinceBegin();
		const mayBeDeferred =
			tables.some((table) => defersKeys(table, seen)) || earlier.has('ConstraintsSetStmt', () => true);
		const before = mayBeDeferred ? earlier.trees : [];
		return tables
			.filter((table) => hasPendingChecks(table, before, seen))
			.map((table) => ({
				object: shown(table),
				message: `the server refuses to change "${shown(table)}" while rows that were written wait for their foreign keys to be tried`,
				instead: `SET CONSTRAINTS ALL IMMEDIATE;\n${seen.text};`,
			}));
	},
});

/** The known tables that a statement changes in a way that the server refuses while they are in use. */
function tablesChanged(tree: Node, seen: Seen): readonly Relation[] {
	const range = nodeOf(tree, 'AlterTableStmt')?.relation ?? nodeOf(tree, 'IndexStmt')?.relation;
	const drop = nodeOf(tree, 'DropStmt');
	const names = [
		...(range ? [range] : []),
		...nodesOf(nodeOf(tree, 'TruncateStmt')?.relations, 'RangeVar'),
		...(drop ? droppedBy(drop, 'OBJECT_TABLE') : []),
	];
	return names.flatMap((name) => seen.relation(name) ?? []);
}
