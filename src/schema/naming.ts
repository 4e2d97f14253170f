import { createHash } from 'node:crypto';
import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { describe, identifier, type QualifiedName } from '../core/names.ts';
import type { SqlFragment } from '../sql/sql.ts';
import type { Column } from './column.ts';
import type { TableConstraint } from './constraints.ts';
import type { Named } from './final-name.ts';
import type { Index, NamedIndex } from './index-element.ts';
import type { NamedElement, NameTemplate, Naming, Token } from './naming-convention.ts';

/**
 * Where a name that the convention makes is cut: SQLAlchemy's limit for PostgreSQL, so that both tools arrive at the
 * same name. Operations are recorded for every dialect, and none that SQLAlchemy cuts for stores less.
 */
const MAX_GENERATED = 63;

/** How messages call what has a name. */
const WHAT: { readonly [Kind in NamedElement['kind']]: string } = {
	check: 'check constraint',
	foreignKey: 'foreign key',
	index: 'index',
	primaryKey: 'primary key',
	unique: 'unique constraint',
};

const NAME_IT = 'give it a name';
const WHOLE_NAME = "give its whole name, as op.f('…')";

/** What a name is made for. */
interface Subject {
	readonly element: NamedElement;
	readonly table: QualifiedName;
	/** Undefined when nobody knows which columns it is about. */
	readonly columns: readonly (string | SqlFragment)[] | undefined;
}

/**
 * A constraint with the name that it is to have; without one when the server is to choose.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when the convention asks for what the constraint does not tell.
 */
export function namedConstraint<Constraint extends TableConstraint>(
	constraint: Constraint,
	table: QualifiedName,
	naming: Naming,
): Constraint {
	const element: TableConstraint = constraint;
	if (element.kind === 'exclude') return settled(constraint, element.name);
	const columns = element.kind === 'check' ? undefined : element.columns;
	return settled(constraint, nameOf({ element, table, columns }, naming));
}

/**
 * An index with the name that it is to have.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when the convention asks for what the index does not tell.
 */
export const namedIndex = <Element extends Index>(
	index: Element,
	table: QualifiedName,
	naming: Naming,
): Element & NamedIndex =>
	settled(index, nameOf({ element: index, table, columns: index.columns }, naming)) as Element & NamedIndex;

interface Elements<Constraint extends TableConstraint, Element extends Index> {
	readonly constraints: readonly Constraint[];
	readonly indexes: readonly Element[];
}

/** The constraints and indexes of a table, or of a column that is added, with their names. */
export const namedElements = <Constraint extends TableConstraint, Element extends Index>(
	{ constraints, indexes }: Elements<Constraint, Element>,
	table: QualifiedName,
	naming: Naming,
): Elements<Constraint, Element & NamedIndex> => ({
	constraints: constraints.map((constraint) => namedConstraint(constraint, table, naming)),
	indexes: indexes.map((index) => namedIndex(index, table, naming)),
});

/** A column whose check and reference have the names that they are to have. */
export function namedColumn(column: Column, table: QualifiedName, naming: Naming): Column {
	const { check, references } = column;
	if (!check && !references) return column;
	const columns = [column.name];
	const key = references && { ...references, kind: 'foreignKey' as const, columns };
	return deepFreeze({
		...column,
		...(check && { check: settled(check, nameOf({ element: check, table, columns }, naming)) }),
		...(key && { references: settled(references, nameOf({ element: key, table, columns }, naming)) }),
	});
}

/**
 * The name of what is to be dropped, of which only the table is known.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when the convention asks for more than the name and the table.
 */
export function droppedName(
	kind: NamedElement['kind'],
	given: Named & { readonly name: string },
	table: QualifiedName | undefined,
	naming: Naming,
): string {
	const label = table ? `the ${WHAT[kind]} on "${table.name}"` : `the ${WHAT[kind]} "${given.name}"`;
	const word = (token: Token): string => {
		if (token.kind === 'constraintName') return given.name;
		if (token.kind === 'tableName' && table) return table.name;
		return refuse(token, `of ${label} only the name is known`, WHOLE_NAME);
	};
	return applied(naming[kind], given, word, label) ?? given.name;
}

/** The element with a name in which the convention has no say any more. */
function settled<Element extends Named>(element: Element, name: string | undefined): Element {
	const { final: _, name: __, ...rest } = element;
	return deepFreeze({ ...rest, ...(name !== undefined && { name }) }) as unknown as Element;
}

function nameOf(subject: Subject, naming: Naming): string | undefined {
	const { element, table } = subject;
	const label = `the ${WHAT[element.kind]} on "${table.name}"`;
	return applied(naming[element.kind], element, (token) => wordFor(token, subject, label), label);
}

/** The given name where the convention has no say, else the one that its template makes. */
function applied(
	template: NameTemplate | undefined,
	{ name, final }: Named,
	word: (token: Token) => string,
	label: string,
): string | undefined {
	if (!template || final || (name !== undefined && !template.completes)) return name;
	const made = template.parts.map((part) => (typeof part === 'string' ? part : word(part))).join('');
	return shortened(identifier(made, `the name of ${label}`));
}

function wordFor(token: Token, subject: Subject, label: string): string {
	const { element, table } = subject;
	switch (token.kind) {
		case 'own':
			return ownWord(token.text, token.word(element, table));
		case 'tableName':
			return table.name;
		case 'constraintName':
			return element.name ?? refuse(token, `${label} has none`, NAME_IT);
		case 'referredTableName':
			return element.kind === 'foreignKey' ? element.referredTable.name : '';
		case 'columns':
			return columnsFor(token, subject, label);
	}
}

function columnsFor(token: Token & { readonly kind: 'columns' }, subject: Subject, label: string): string {
	const { element, table } = subject;
	const columns = token.referred && element.kind === 'foreignKey' ? element.referredColumns : subject.columns;
	const hint = element.name === undefined ? NAME_IT : WHOLE_NAME;
	if (!columns) return refuse(token, `${label} does not tell which columns it is about`, hint);
	// As in SQLAlchemy, a column after the last is the empty string.
	const asked = token.index === undefined ? columns : columns.slice(token.index, token.index + 1);
	const words = asked.map((column) => {
		if (typeof column !== 'string') return refuse(token, `${label} has an expression there`, hint);
		return token.form === 'label' ? labelled(column, table) : column;
	});
	return words.join(token.separator);
}

/** A column with its table and schema, as SQLAlchemy labels it. */
const labelled = (column: string, { schema, name }: QualifiedName): string =>
	[...(schema === undefined ? [] : [schema.replaceAll('.', '_')]), name, column].join('_');

/** What a token of the project's own made; plain JavaScript can make anything. */
function ownWord(token: string, made: unknown): string {
	if (typeof made === 'string') return made;
	throw new GenSqlError('CONFIG_INVALID', `namingConvention.${token} must return a string, got ${describe(made)}`);
}

function refuse({ text }: Token, why: string, hint: string): never {
	throw new GenSqlError('ARGUMENT_INVALID', `the naming convention asks for %(${text})s, and ${why}`, { hint });
}

/** A name that would be too long is cut, and four digits of its MD5 tell it apart from others. */
export function shortened(name: string): string {
	if (Buffer.byteLength(name) <= MAX_GENERATED) return name;
	const hash = createHash('md5').update(name).digest('hex').slice(-4);
	let kept = '';
	for (const char of name) {
		if (Buffer.byteLength(kept + char) > MAX_GENERATED - 8) break;
		kept += char;
	}
	return `${kept}_${hash}`;
}
