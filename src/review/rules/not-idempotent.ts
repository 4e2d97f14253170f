import { type NodeOf, nodeOf, nodesOf, objectName } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { alterText } from '../alter-text.ts';
import { commandWords } from '../command-words.ts';
import { defineRule, NONE, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

type Alter = NodeOf<'AlterTableStmt'>;
type Command = NodeOf<'AlterTableCmd'>;

export const notIdempotent = defineRule({
	severity: 'info',
	group: 'transactions',
	about:
		'A statement outside a transaction that fails when it is run again, in a script that cannot run as one transaction, with more to come behind it.',
	why: 'When something behind it fails, the script is run again, and stops at what it has done before.',
	advice:
		'Say IF [NOT] EXISTS, where nothing behind counts on a table being new, or put what belongs together into one transaction. The first such statement of a script is told. Silent inside transactions, and in scripts that hold none and nothing that would need to stand outside of one, as these may run in one.',
	sources: ['https://www.postgresql.org/docs/current/tutorial-transactions.html'],
	beside: ['drop-table', 'implicit-transaction'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN email text;\nCREATE INDEX CONCURRENTLY account_email ON account (email);',
			'CREATE TABLE app."Tariff" (id bigint PRIMARY KEY);\nBEGIN;\nALTER TABLE account ADD COLUMN tariff bigint;\nCOMMIT;',
			'ALTER TABLE account ADD CONSTRAINT c CHECK (seats > 0) NOT VALID;\nVACUUM account;',
			'CREATE TABLE tariff (id bigint PRIMARY KEY, name text);\nCREATE INDEX ON tariff (name);\nVACUUM account;',
			'DROP TABLE scratch;\nREINDEX INDEX CONCURRENTLY account_email;',
		],
		good: [
			'ALTER TABLE account ADD COLUMN IF NOT EXISTS email text;\nCREATE INDEX CONCURRENTLY account_email ON account (email);',
			'BEGIN;\nALTER TABLE account ADD COLUMN email text;\nCOMMIT;\nCREATE INDEX CONCURRENTLY account_email ON account (email);',
			'CREATE INDEX CONCURRENTLY account_email ON account (email);\nALTER TABLE account ADD CONSTRAINT account_email UNIQUE USING INDEX account_email;',
			'ALTER TABLE account DROP CONSTRAINT IF EXISTS c;\nALTER TABLE account ADD CONSTRAINT c CHECK (seats > 0) NOT VALID;\nVACUUM account;',
			'ALTER TABLE account ADD COLUMN email text;\nALTER TABLE account ADD COLUMN name text;',
			'ALTER TABLE account ALTER COLUMN email SET STATISTICS 200;\nVACUUM account;',
		],
	},
	every: (seen) => {
		const { script, facts, isInTransaction, index, history } = seen;
		const isSplit = script.shape.hasTransactions || script.shape.hasOutside;
		if (!isSplit || isInTransaction || !facts.transactional || index >= script.shape.lastWork) return NONE;
		const found = history.hasTold('not-idempotent') ? undefined : unrepeatable(seen);
		if (!found) return NONE;
		history.tell('not-idempotent');
		return [found];
	},
});

function unrepeatable(seen: Seen): Problem | undefined {
	const altered = nodeOf(seen.tree, 'AlterTableStmt');
	if (altered) return ofAlter(altered, seen);
	const object = nameOf(seen.tree, seen);
	if (object === undefined) return undefined;
	return { object, message: messageOf(seen.text, object), instead: guarded(seen) };
}

const messageOf = (text: string, object: string): string =>
	`${commandWords(text)} of "${object}" fails when it is run again`;

/** The object of a statement that fails when the object is there, or is not there. */
function nameOf(tree: Node, seen: Seen): string | undefined {
	const created = nodeOf(tree, 'CreateStmt');
	if (created?.relation && !created.if_not_exists)
		return isCleared(created.relation, seen) ? undefined : shown(created.relation);
	const index = nodeOf(tree, 'IndexStmt');
	if (index?.idxname && !index.if_not_exists) return index.idxname;
	const drop = nodeOf(tree, 'DropStmt');
	return drop && !drop.missing_ok ? shown(objectName(drop.objects?.[0])) : undefined;
}

/** Whether the script drops a table in front of creating it, or it goes with the session. */
const isCleared = (range: NodeOf<'RangeVar'>, { earlier }: Seen): boolean =>
	range.relpersistence === 't' ||
	earlier
		.dropping(range.relname ?? '')
		.some(
			({ missing_ok: isOptional, objects = [] }) =>
				isOptional === true && objects.some((each) => spelled(objectName(each)) === spelled(range)),
		);

const GUARDS: readonly (readonly [RegExp, string])[] = [
	[/^(create\s+(?:unlogged\s+)?table)\b/i, '$1 IF NOT EXISTS'],
	[/^(create\s+(?:unique\s+)?index)\b/i, '$1 IF NOT EXISTS'],
	[/^(drop\s+(?:materialized\s+view|foreign\s+table|event\s+trigger|[a-z]+))\b/i, '$1 IF EXISTS'],
];

/** Whether what follows changes a table that the statement creates: with IF NOT EXISTS, that could be one with rows. */
function isUsedNext({ tree, later }: Seen): boolean {
	const table = nodeOf(tree, 'CreateStmt')?.relation;
	return table !== undefined && (later.actionsOn(table).length > 0 || later.indexesOn(table).length > 0);
}

function guarded(seen: Seen): string | undefined {
	const { text } = seen;
	const guard = GUARDS.find(([start]) => start.test(text));
	return guard && !isUsedNext(seen) ? `${text.replace(...guard)};` : undefined;
}

function ofAlter(statement: Alter, seen: Seen): Problem | undefined {
	const { relation } = statement;
	const commands = nodesOf(statement.cmds, 'AlterTableCmd');
	const found = relation && commands.find((cmd) => fails(cmd, relation, seen));
	if (!found) return undefined;
	const object = `${shown(relation)}.${shown({ name: nameIn(found) })}`;
	const instead = commands.length === 1 ? guardedAction(found, spelled(relation), seen.text) : undefined;
	return { object, message: messageOf(seen.text, object), instead };
}

const nameIn = ({ def, name }: Command): string =>
	name ?? nodeOf(def, 'ColumnDef')?.colname ?? nodeOf(def, 'Constraint')?.conname ?? '';

const UNGUARDED = new Set<Command['subtype']>(['AT_AddColumn', 'AT_DropColumn', 'AT_DropConstraint']);

function fails(
	{ subtype, missing_ok: isOptional, def }: Command,
	table: NodeOf<'RangeVar'>,
	{ earlier }: Seen,
): boolean {
	if (UNGUARDED.has(subtype)) return !isOptional;
	const name = subtype === 'AT_AddConstraint' ? nodeOf(def, 'Constraint')?.conname : undefined;
	if (name === undefined) return false;
	return !earlier.actionsOn(table, 'AT_DropConstraint', name).some((cmd) => cmd.missing_ok);
}

function guardedAction(cmd: Command, table: string, text: string): string {
	if (cmd.subtype === 'AT_AddConstraint')
		return `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${spelled(nameIn(cmd))};\n${text};`;
	const { head, actions } = alterText(text);
	const [action = ''] = actions;
	const words =
		cmd.subtype === 'AT_AddColumn'
			? 'ADD COLUMN IF NOT EXISTS'
			: `DROP ${cmd.subtype === 'AT_DropColumn' ? 'COLUMN' : 'CONSTRAINT'} IF EXISTS`;
	return `${head} ${action.replace(/^(?:add|drop)\s+(?:column\s+|constraint\s+)?/i, `${words} `)};`;
}
