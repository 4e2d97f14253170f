import { type QualifiedName, shownName } from '../core/names.ts';
import { shownType } from '../schema/object-type.ts';
import type { Operation } from './index.ts';

/** Fields that hold the name of what an operation acts on, and what that is. The first that is there counts. */
const OBJECTS = [
	['function', 'function'],
	['index', 'index'],
	['view', 'view'],
	['sequence', 'sequence'],
	['statistics', 'statistics'],
	['domain', 'domain'],
	['extension', 'extension'],
	['schema', 'schema'],
	['type', 'type'],
] as const;

/** What stands on a table and has a name of its own, by a word in the kind of the operation. */
const ON_TABLES = ['Index', 'Policy', 'Trigger', 'Constraint'] as const;

/**
 * The object that an operation acts on, for those who read and compare: `table user`, `column user.email`,
 * `index app.ix_user_email`, `trigger user.audit`. Names are not quoted.
 *
 * @returns Undefined for SQL text, and for privileges, which are on objects of any number.
 */
export function objectOf(op: Operation): string | undefined {
	const fields = op as unknown as Readonly<Record<string, unknown>>;
	if (op.kind === 'setComment') return commented(op);
	if (op.kind === 'alterOwner' || op.kind === 'setSchema') return `${shownType(op.type)} ${shownName(op.name)}`;
	if (op.kind === 'setStorageParameters') return `${shownType(op.type)} ${shownName(op.relation)}`;
	if ('table' in op && isQualified(op.table)) return onTable(op.kind, op.table, fields);
	return named(op.kind, fields);
}

const isQualified = (value: unknown): value is QualifiedName =>
	typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

function onTable(kind: string, table: QualifiedName, fields: Readonly<Record<string, unknown>>): string {
	const { name, column, constraint, statistics } = fields;
	if (isQualified(statistics)) return `statistics ${shownName(statistics)}`;
	if (typeof column === 'string') return `column ${shownName(table)}.${column}`;
	if (isQualified(column)) return `column ${shownName(table)}.${column.name}`;
	const own = name ?? (isQualified(constraint) ? constraint.name : undefined);
	const word = ON_TABLES.find((each) => kind.includes(each));
	if (typeof own !== 'string') return `table ${shownName(table)}`;
	if (word === 'Index') return `index ${shownName({ ...table, name: own })}`;
	return `${word?.toLowerCase() ?? 'constraint'} ${shownName(table)}.${own}`;
}

function commented({ type, object, table, domain }: Extract<Operation, { readonly kind: 'setComment' }>): string {
	const within = table ?? domain;
	return `${shownType(type)} ${within ? `${shownName(within)}.` : ''}${shownName(object)}`;
}

function named(kind: string, fields: Readonly<Record<string, unknown>>): string | undefined {
	for (const [field, word] of OBJECTS) {
		const name = fields[field];
		if (typeof name === 'string') return `${word} ${name}`;
		if (isQualified(name)) return `${kind.includes('Materialized') ? 'materialized ' : ''}${word} ${shownName(name)}`;
	}
	return undefined;
}
