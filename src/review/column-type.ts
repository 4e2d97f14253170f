import { columnsIn, type NodeOf, nodeOf, nodesOf, stringsOf } from '../dialects/postgresql/catalog/trees.ts';
import { once } from './once.ts';
import type { Problem } from './rule.ts';
import type { Seen } from './seen.ts';
import { shown } from './spelled.ts';

type ColumnDef = NodeOf<'ColumnDef'>;
type Constraint = NodeOf<'Constraint'>;
type TypeName = NodeOf<'TypeName'>;

/** A column that a statement creates or adds. */
export interface NewColumn {
	/** `app.user.email` */
	readonly object: string;
	readonly column: ColumnDef;
	/** The name of its type, where that is one of the server itself, else empty. */
	readonly type: string;
	/** The constraints that are written with it, and those of the whole table in the same statement. */
	readonly constraints: readonly Constraint[];
}

/** The columns that a statement creates or adds; those of temporary tables do not last. */
export const newColumns = once(({ tree }: Seen): readonly NewColumn[] => {
	const created = nodeOf(tree, 'CreateStmt');
	const altered = nodeOf(tree, 'AlterTableStmt');
	const range = created?.relation ?? altered?.relation;
	if (!range || range.relpersistence === 't') return [];
	const commands = nodesOf(altered?.cmds, 'AlterTableCmd');
	const added = commands.filter(({ subtype }) => subtype === 'AT_AddColumn');
	const columns = [
		...nodesOf(created?.tableElts, 'ColumnDef'),
		...added.flatMap(({ def }) => nodeOf(def, 'ColumnDef') ?? []),
	];
	const ofTable = [
		...nodesOf(created?.tableElts, 'Constraint'),
		...commands.flatMap(({ def }) => nodeOf(def, 'Constraint') ?? []),
	];
	const table = shown(range);
	return columns.map((column) => ({
		object: `${table}.${shown({ name: column.colname ?? '' })}`,
		column,
		type: typeNameOf(column.typeName),
		constraints: [...nodesOf(column.constraints, 'Constraint'), ...ofTable],
	}));
});

/** The name of a type of the server itself: `integer` is `int4`. Empty for a type in another schema. */
function typeNameOf(type: TypeName | undefined): string {
	const names = stringsOf(type?.names);
	return names.length === 1 || names[0] === 'pg_catalog' ? (names.at(-1) ?? '') : '';
}

/**
 * Looks at the types of new columns.
 *
 * @param isMeant - Whether something shows that the type has to be this one.
 */
export const columnsOfType =
	(
		fits: (type: string, written: TypeName) => boolean,
		words: string,
		isMeant: (column: NewColumn, seen: Seen) => boolean = () => false,
	) =>
	(seen: Seen): readonly Problem[] =>
		newColumns(seen).flatMap((each) => {
			const { object, column, type } = each;
			if (!column.typeName || !fits(type, column.typeName) || isMeant(each, seen)) return [];
			return { object, message: `"${object}" ${words}` };
		});

/** Whether a check says which values a new column has. */
export const isChecked = ({ column: { colname = '' }, constraints }: NewColumn): boolean =>
	constraints.some(({ contype, raw_expr: check }) => contype === 'CONSTR_CHECK' && columnsIn(check).includes(colname));

/** Whether a new column refers to a key that has the same type. */
export const refersToItsType = (column: NewColumn, seen: Seen): boolean =>
	column.constraints.some((constraint) => {
		const type = keyTypeFor(column.column, constraint, seen);
		return type !== undefined && type === column.type;
	});

/** The type of the column that a foreign key of a new column refers to, as far as it is known. */
function keyTypeFor({ colname = '' }: ColumnDef, constraint: Constraint, seen: Seen): string | undefined {
	const { contype, pktable, fk_attrs: own, pk_attrs: given } = constraint;
	const place = own === undefined ? 0 : stringsOf(own).indexOf(colname);
	const referenced = contype === 'CONSTR_FOREIGN' && pktable && place !== -1 ? seen.relation(pktable) : undefined;
	const key = referenced?.constraints.find(({ kind }) => kind === 'primary key')?.columns;
	const name = (given === undefined ? key : stringsOf(given))?.[place];
	return referenced?.columns.find((each) => each.name === name)?.type?.name;
}
