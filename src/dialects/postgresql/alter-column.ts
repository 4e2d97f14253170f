import { GenSqlError } from '../../core/error.ts';
import type { AlterColumn } from '../../ops/alter-column.ts';
import { type Computed, isComputed, isIdentity } from '../../schema/column.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { type ColumnType, isEnumType } from '../../sql/types.ts';
import { concat, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { defaultValue } from '../standard/columns.ts';
import { needsOf } from '../standard/online.ts';
import { unsupported } from '../unsupported.ts';
import { commentOnColumn } from './columns.ts';
import { identityChanges, identityClause } from './identity.ts';
import { parenthesized } from './index-element.ts';
import { alterTable, setNotNullOnline } from './online.ts';

const ANEW = 'drop the column and add it anew, or add another and copy the values';

/**
 * What fills the column now goes first, since a column has one filling at a time. Then type and nullability; what fills
 * the column from now on; comment; the name last.
 */
export const alterColumn: Compile<'alterColumn'> = (op, q) => {
	const { comment, newColumnName, table, column } = op;
	if (op.autoincrement !== undefined) refuseAutoincrement();
	const renamed = newColumnName !== undefined && words('RENAME COLUMN', q.name(column), 'TO', q.name(newColumnName));
	const statements = [
		...properties(op, q),
		...(comment === undefined ? [] : [commentOnColumn(table, column, comment, q)]),
		...(renamed ? [statement(alterTable(table, renamed, q), needsOf(op))] : []),
	];
	if (statements.length > 0) return statements;
	throw new GenSqlError('ARGUMENT_INVALID', `alterColumn: the identity of "${column}" is the same already`, {
		hint: 'leave the call out',
	});
};

/** What ALTER COLUMN changes. */
function properties(op: AlterColumn, q: Spelling): readonly Statement[] {
	const { type, nullable, table, column, online } = op;
	if (online && type) refuseTypeOnline(column);
	const change = (what: Sql | undefined): readonly Statement[] =>
		what ? [statement(alterTable(table, words('ALTER COLUMN', q.name(column), what), q), needsOf(op))] : [];
	const using = type && conversion(op, type, q);
	const whole = using || (type && leavesEnum(op, q)) ? withDefaultKept(op) : op;
	return [
		...change(leaving(whole)),
		...change(type && words('TYPE', q.type(type), using)),
		...(online && nullable === false ? setNotNullOnline(table, column, q) : change(nullability(op))),
		...change(filling(whole, q)),
	];
}

const nullability = ({ nullable }: AlterColumn): Sql | undefined =>
	nullable === undefined ? undefined : nullable ? words('DROP NOT NULL') : words('SET NOT NULL');

const refuseTypeOnline = (column: string): never =>
	unsupported(
		'postgresql',
		`change the type of column "${column}" online`,
		'add a column of the new type, copy the values in batches, and exchange the names',
	);

const refuseAutoincrement = (): never =>
	unsupported(
		'postgresql',
		'change whether a column counts by itself',
		'write serverDefault: identity(), or null to take an identity away; existingServerDefault says what there is',
	);

/** Whether the column is of an enum now: a default that is converted with it would go on needing the type. */
const leavesEnum = ({ existingType: from }: AlterColumn, q: Spelling): boolean => {
	const type = from && q.resolveType(from);
	return type !== undefined && isEnumType(type.item ?? type);
};

/** The server converts no default by USING: one that is known is dropped before, and set again afterwards. */
function withDefaultKept(op: AlterColumn): AlterColumn {
	const { serverDefault, existingServerDefault: now } = op;
	const isKept =
		serverDefault === undefined && now !== undefined && now !== null && !isIdentity(now) && !isComputed(now);
	return isKept ? { ...op, serverDefault: now } : op;
}

/** What takes away the filling that the column has, when it is to have another. */
function leaving(op: AlterColumn): Sql | undefined {
	const { serverDefault: next, existingServerDefault: now } = op;
	if (next === undefined) return undefined;
	if (isIdentity(now)) return isIdentity(next) ? undefined : words('DROP IDENTITY');
	if (isComputed(now)) return isComputed(next) ? undefined : dropExpression(now);
	return dropsDefault(op) ? words('DROP DEFAULT') : undefined;
}

/** A default that is to change is dropped when the type changes as well: the server would try to convert it. */
function dropsDefault({ type, serverDefault: next, existingServerDefault: now }: AlterColumn): boolean {
	if (next === null) return true;
	if (isIdentity(next)) return now !== undefined && now !== null;
	return type !== undefined && now !== null;
}

/** @see https://www.postgresql.org/docs/current/sql-altertable.html — "not currently supported" for virtual columns. */
const dropExpression = ({ persisted }: Computed): Sql =>
	persisted === false
		? unsupported('postgresql', 'make a plain column of one that is computed when read', ANEW)
		: words('DROP EXPRESSION');

/** What fills the column from now on. */
function filling(op: AlterColumn, q: Spelling): Sql | undefined {
	const { serverDefault: next, existingServerDefault: now, type, existingType } = op;
	if (next === undefined || next === null) return undefined;
	if (isIdentity(next)) return isIdentity(now) ? identityChanges(now, next) : words('ADD', identityClause(next));
	if (!isComputed(next)) return words('SET DEFAULT', defaultValue(next, type ?? existingType, q));
	if (isComputed(now) && now.persisted !== false && next.persisted !== false) {
		return words('SET EXPRESSION AS', parenthesized(q.expression(next.expression)));
	}
	return unsupported('postgresql', 'make a computed column of one that is there', ANEW);
}

/**
 * How the old values become those of the new type. The server has a cast of its own between most types, but none that
 * it would take unasked from text or another enum to an enum; it goes through text, which drops the padding of char.
 */
function conversion({ column, existingType, postgresql }: AlterColumn, type: ColumnType, q: Spelling): Sql | false {
	if (postgresql?.using) return words('USING', q.expression(postgresql.using));
	const to = q.resolveType(type);
	if (!isEnumType(to.item ?? to)) return false;
	const from = existingType && q.resolveType(existingType);
	const isArray = to.name === 'array';
	if (from && isLabelled(from.item ?? from) && (from.name === 'array') === isArray) {
		const text = raw(isArray ? '::text[]::' : '::text::');
		return words('USING', concat(q.name(column), text, q.type(to)));
	}
	return unsupported(
		'postgresql',
		`convert column "${column}" to an enum without knowing from what`,
		"give existingType: t.text() or what it is, or postgresql: { using: '…' }",
	);
}

const TEXTUAL: ReadonlySet<string> = new Set(['char', 'citext', 'string', 'text', 'unicode', 'unicodeText']);

/** Whether the text of a value can be a label. */
const isLabelled = (type: ColumnType): boolean => isEnumType(type) || TEXTUAL.has(type.name);
