import type { Node } from '../../../sql/parse-postgresql.ts';
import type { Column, ColumnType } from './model.ts';
import { sequencesIn } from './sequence-use.ts';
import type { State } from './state.ts';
import { type NodeOf, nodeOf, nodesOf, stringsOf } from './trees.ts';
import { plainType, resolveType, serialType } from './type-names.ts';

type Constraint = NodeOf<'Constraint'>;

/** What the definition of a column says, in the parts that are made one after the other. */
export interface ColumnDefinition {
	readonly column: Column;
	/** Its constraints that are constraints of the table; `keys` and `fk_attrs` name the column. */
	readonly constraints: readonly Constraint[];
	/** The sequence that comes with it. */
	readonly sequence:
		| { readonly type: string; readonly isIdentity: boolean; readonly options: readonly Node[] }
		| undefined;
}

/** A column without anything but a type. */
export const bareColumn = (name: string, type: Column['type']): Column => ({
	name,
	type,
	notNull: false,
	default: undefined,
	sequences: [],
	generated: undefined,
	identity: undefined,
	collation: undefined,
	storage: undefined,
	compression: undefined,
	isLocal: true,
	inheritCount: 0,
});

/** The word of a collation, with its schema when that was written. */
export const collationOf = (names: readonly Node[] | undefined): string | undefined =>
	names
		? stringsOf(names)
				.filter((part) => part !== 'pg_catalog')
				.join('.')
		: undefined;

/** DEFAULT is what `main`, `plain` and so on are for the type. */
export const storageOf = (word: string | undefined): string | undefined =>
	word === undefined || word.toLowerCase() === 'default' ? undefined : word.toLowerCase();

/** `DEFAULT` and `default_toast_compression` are the server's to choose. */
export const compressionOf = storageOf;

export function columnDefinition(state: State, def: NodeOf<'ColumnDef'>): ColumnDefinition {
	const name = def.colname ?? '';
	const given = withAttributes(nodesOf(def.constraints, 'Constraint'));
	const find = (type: Constraint['contype']): Constraint | undefined => given.find(({ contype }) => contype === type);
	const [identity, generated] = [find('CONSTR_IDENTITY'), find('CONSTR_GENERATED')];
	const serial = def.typeName && serialType(def.typeName);
	const type = serial ? plainType(serial) : def.typeName && resolveType(state, def.typeName);
	const value = find('CONSTR_DEFAULT')?.raw_expr ?? generated?.raw_expr ?? def.raw_default;
	const counts = serial !== undefined || identity !== undefined;
	const integer = serial ?? type?.name ?? 'int8';
	return {
		column: {
			...bareColumn(name, type),
			default: defaultOf(state, type, value),
			sequences: sequencesIn(state, value),
			generated: generated && generatedOf(generated.generated_kind),
			identity: identity && identityOf(identity.generated_when),
			collation: collationOf(def.collClause?.collname),
			storage: storageOf(def.storage_name),
			compression: compressionOf(def.compression),
		},
		constraints: ofTable(counts ? [{ contype: 'CONSTR_NOTNULL', initially_valid: true }, ...given] : given, name),
		sequence: counts ? { type: integer, isIdentity: !serial, options: identity?.options ?? [] } : undefined,
	};
}

const ofTable = (constraints: readonly Constraint[], column: string): readonly Constraint[] =>
	constraints
		.filter(({ contype }) => contype !== undefined && OF_TABLE.has(contype))
		.map((constraint) => onColumn(constraint, column));

/** The letter of the grammar; before PostgreSQL 18 a generated column is stored. */
const generatedOf = (kind: string | undefined): Column['generated'] => (kind === 'v' ? 'virtual' : 'stored');

/** NULL is no default, unless it has to be brought to the length of the type, or to a domain. */
export function defaultOf(state: State, type: ColumnType | undefined, value: Node | undefined): Node | undefined {
	const isDomain =
		type?.schema !== undefined && state.type({ schema: type.schema, name: type.name })?.kind === 'domain';
	const isPlain = type !== undefined && type.modifiers.length === 0 && !isDomain;
	return isPlain && nodeOf(value, 'A_Const')?.isnull ? undefined : value;
}

export const identityOf = (when: string | undefined): Column['identity'] => (when === 'a' ? 'always' : 'by default');

const OF_TABLE: ReadonlySet<string> = new Set([
	'CONSTR_CHECK',
	'CONSTR_EXCLUSION',
	'CONSTR_FOREIGN',
	'CONSTR_NOTNULL',
	'CONSTR_PRIMARY',
	'CONSTR_UNIQUE',
]);

/** DEFERRABLE and its like follow the constraint of a column as constraints of their own. */
function withAttributes(constraints: readonly Constraint[]): readonly Constraint[] {
	const result: Constraint[] = [];
	for (const constraint of constraints) {
		const attribute = ATTRIBUTES[constraint.contype ?? ''];
		const last = result.at(-1);
		if (!attribute) result.push(constraint);
		else if (last) result.splice(-1, 1, { ...last, ...attribute });
	}
	return result;
}

const ATTRIBUTES: Readonly<Record<string, Partial<Constraint>>> = {
	CONSTR_ATTR_DEFERRABLE: { deferrable: true },
	CONSTR_ATTR_NOT_DEFERRABLE: { deferrable: false },
	CONSTR_ATTR_DEFERRED: { deferrable: true, initdeferred: true },
	CONSTR_ATTR_IMMEDIATE: { initdeferred: false },
	CONSTR_ATTR_ENFORCED: { is_enforced: true },
	CONSTR_ATTR_NOT_ENFORCED: { is_enforced: false, skip_validation: true, initially_valid: false },
};

const onColumn = (constraint: Constraint, name: string): Constraint => {
	const columns = [{ String: { sval: name } }];
	if (constraint.contype === 'CONSTR_CHECK') return constraint;
	return constraint.contype === 'CONSTR_FOREIGN'
		? { ...constraint, fk_attrs: columns }
		: { ...constraint, ...(!constraint.indexname && { keys: columns }) };
};
