import { keysOf } from '../../core/keys.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import { isComputed, isIdentity } from '../../schema/column.ts';
import { statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { isWhole } from '../standard/columns.ts';
import { unsupported } from '../unsupported.ts';
import { type Definition, defaultOf, definition, refuseIdentity } from './columns.ts';

type Change = 'type' | 'nullable' | 'serverDefault' | 'comment' | 'autoincrement' | 'newColumnName';

const CHANGES: readonly Change[] = ['type', 'nullable', 'serverDefault', 'comment', 'autoincrement', 'newColumnName'];

/**
 * A new name and a new default have words of their own; for anything else the whole column is said again.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/alter-table.html
 */
export const alterColumn: Compile<'alterColumn'> = (op, q) => {
	if (isIdentity(op.serverDefault) || isIdentity(op.existingServerDefault)) refuseIdentity(op.column, 'change');
	const [change, ...more] = CHANGES.filter((each) => op[each] !== undefined);
	const alone = more.length === 0 ? change : undefined;
	return [statement(words('ALTER TABLE', q.qualified(op.table), action(op, alone, q)))];
};

function action(op: AlterColumn, change: Change | undefined, q: Spelling): Sql {
	if (change === 'newColumnName' && op.newColumnName !== undefined) {
		return words('RENAME COLUMN', q.name(op.column), 'TO', q.name(op.newColumnName));
	}
	if (change === 'serverDefault') return withDefault(op, q) ?? restated(op, q);
	return restated(op, q);
}

/** `ALTER COLUMN c SET DEFAULT 1`; undefined where a computed value comes or goes. */
function withDefault(
	{ column, serverDefault: next, existingServerDefault: now, existingType }: AlterColumn,
	q: Spelling,
) {
	if (next === undefined || isComputed(next) || isComputed(now)) return undefined;
	if (next === null) return words('ALTER COLUMN', q.name(column), 'DROP DEFAULT');
	const type = existingType ?? missing(column, [HINTS.type]);
	// Refused when MySQL has no such type.
	q.type(type);
	return words('ALTER COLUMN', q.name(column), 'SET DEFAULT', defaultOf(column, next, type, q));
}

/** What to give when a part of the column is not known. */
const HINTS = {
	type: 'existingType: t.text() or what it is',
	nullable: 'existingNullable: true or false',
	filling: 'existingServerDefault: its default, or null',
	comment: 'existingComment: its comment, or null',
	counts: 'existingAutoincrement: true or false',
} as const;

/** The column as it is to be; undefined where nobody said. */
function future(op: AlterColumn, q: Spelling) {
	const type = op.type ?? op.existingType;
	// Only a whole number can count by itself.
	const canCount = type === undefined || isWhole(type, q);
	return {
		type,
		nullable: op.nullable ?? op.existingNullable,
		filling: op.serverDefault === undefined ? op.existingServerDefault : op.serverDefault,
		comment: op.comment === undefined ? op.existingComment : op.comment,
		counts: op.autoincrement ?? op.existingAutoincrement ?? (canCount ? undefined : false),
	};
}

/** What is not said again is lost, so that all of it has to be known. */
function restated(op: AlterColumn, q: Spelling): Sql {
	const { column, newColumnName = column } = op;
	const known = future(op, q);
	const { type, nullable, filling, comment, counts } = known;
	const unknown = keysOf(HINTS).filter((part) => known[part] === undefined);
	if (type === undefined || nullable === undefined || counts === undefined || unknown.length > 0) {
		return missing(
			column,
			unknown.map((part) => HINTS[part]),
		);
	}
	const own: Definition = {
		name: newColumnName,
		type,
		nullable,
		filling: filling ?? undefined,
		counts,
		comment: comment ?? undefined,
	};
	return newColumnName === column
		? words('MODIFY COLUMN', definition(own, q))
		: words('CHANGE COLUMN', q.name(column), definition(own, q));
}

const missing = (column: string, hints: readonly string[]): never =>
	unsupported('mysql', `alter column "${column}" without saying all of it again`, `give ${hints.join('; ')}`);
