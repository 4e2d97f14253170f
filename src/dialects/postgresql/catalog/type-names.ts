import { type QualifiedName, qualified } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { BUILT_IN_TYPES } from '../built-in-types.ts';
import type { ColumnType } from './model.ts';
import type { State } from './state.ts';
import { listedName, literalText, type NodeOf, nodesOf, stringsOf } from './trees.ts';

/** A type without modifiers. */
export const plainType = (name: string, schema: string | undefined = 'pg_catalog'): ColumnType => ({
	schema,
	name,
	modifiers: [],
	arrayDimensions: 0,
});

/**
 * The types that make a column count.
 *
 * @see https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
 */
const SERIAL: Readonly<Record<string, string>> = {
	smallserial: 'int2',
	serial2: 'int2',
	serial: 'int4',
	serial4: 'int4',
	bigserial: 'int8',
	serial8: 'int8',
};

/** The integer type of a serial column; undefined for any other. */
export function serialType({ names, arrayBounds }: NodeOf<'TypeName'>): string | undefined {
	const [name = '', ...more] = stringsOf(names);
	return more.length === 0 && !arrayBounds ? SERIAL[name] : undefined;
}

/** The type that a name in a statement means. */
export function resolveType(state: State, type: NodeOf<'TypeName'>): ColumnType | undefined {
	if (type.pct_type) return typeOfColumn(state, type);
	const name = listedName(type.names);
	const modifiers = modifiersOf(name.name, type.typmods ?? []);
	return { schema: schemaOf(state, name), name: name.name, modifiers, arrayDimensions: type.arrayBounds?.length ?? 0 };
}

/** The schema of a type; undefined for one that the catalog does not know. pg_catalog is searched first. */
function schemaOf(state: State, name: QualifiedName): string | undefined {
	if (name.schema === undefined && isBuiltIn(name.name)) return 'pg_catalog';
	return (state.type(name) ?? state.find(name))?.schema ?? name.schema;
}

const isBuiltIn = (name: string): boolean => BUILT_IN_TYPES.has(name.replace(/^_/, '')) || name.startsWith('pg_');

/** `numeric(10)` has the scale 0. */
function modifiersOf(name: string, nodes: readonly Node[]): readonly (number | string)[] {
	const given = nodes.map((node) => {
		const text = literalText(node) ?? stringsOf(nodesOf([node], 'ColumnRef')[0]?.fields).join('.');
		return /^-?\d+$/.test(text) ? Number(text) : text;
	});
	return name === 'numeric' && given.length === 1 ? [...given, 0] : given;
}

/** `table.column%TYPE` */
function typeOfColumn(state: State, { names }: NodeOf<'TypeName'>): ColumnType | undefined {
	const parts = stringsOf(names);
	const table = state.find(qualified(parts.at(-2) ?? '', parts.at(-3)));
	return table?.columns.find(({ name }) => name === parts.at(-1))?.type;
}

export const isSameType = (a: ColumnType | undefined, b: ColumnType | undefined): boolean =>
	a?.name === b?.name && a?.schema === b?.schema && a?.arrayDimensions === b?.arrayDimensions;
