import type { Column, ColumnType, Constraint, Index } from '../catalog/model.ts';
import { columnsIn, listedName, type NodeOf, nodeOf } from '../catalog/trees.ts';
import { type Command, columnOf } from './alter-command.ts';
import type { Target } from './target.ts';
import { baseOf, shownType, typeChange } from './type-change.ts';

/**
 * A change of type rewrites the table unless the old values can stay, and makes anew what depends on the column: its
 * checks, its foreign keys, and the indexes that sort it in another way.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE
 */
export function alterColumnType(command: Command): void {
	const { cmd, context, targets } = command;
	const def = nodeOf(cmd.def, 'ColumnDef');
	const name = cmd.name ?? '';
	for (const target of targets) {
		const column = columnOf(target, name);
		const to = def?.typeName && context.known.columnType(def.typeName);
		if (def && to && column?.type) alterKnown(command, target, column, column.type, to, def);
		else context.rewrite(target, `the old type of ${name} is not known, and another type may be stored differently`);
	}
}

function alterKnown(
	command: Command,
	target: Target,
	column: Column,
	from: ColumnType,
	to: ColumnType,
	def: NodeOf<'ColumnDef'>,
): void {
	const { context } = command;
	const change = typeChange(from, to, { column: column.name, expression: def.raw_default }, context);
	if (change.rewrite !== undefined) context.rewrite(target, change.rewrite);
	if (change.narrows) context.narrows.push({ kind: 'column', name: `${target.id}.${column.name}` });
	const collation = def.collClause && listedName(def.collClause.collname).name;
	for (const index of indexesOn(command, target, column.name)) {
		const isKept = change.rewrite === undefined && staysSorted(index, column, from, to, collation, command);
		if (!isKept) context.buildIndex(target, `an index on ${column.name} is built anew for ${shownType(to)}`);
	}
	for (const constraint of target.relation?.constraints ?? [])
		checkAnew(command, target, constraint, column.name, change.rewrite);
	lockReferencing(command, target, column.name, change.rewrite !== undefined);
}

const indexesOn = ({ context }: Command, { relation }: Target, column: string): readonly Index[] =>
	context
		.all(relation?.indexes ?? [])
		.flatMap(({ relation: found }) => found?.index ?? [])
		.filter(({ keys, include, predicate }) =>
			[...keys.flatMap((key) => key.column ?? columnsIn(key.expression)), ...include, ...columnsIn(predicate)].includes(
				column,
			),
		);

/** Whether the index of a column that is not rewritten has the same order as before. */
function staysSorted(
	{ keys, predicate }: Index,
	column: Column,
	from: ColumnType,
	to: ColumnType,
	collation: string | undefined,
	{ context }: Command,
): boolean {
	if (predicate || keys.some(({ expression }) => expression)) return false;
	const key = keys.find((each) => each.column === column.name);
	if (!key) return true;
	const [before, after] = [baseOf(from, context).type, baseOf(to, context).type];
	const isSameOrder = key.operatorClass !== undefined || operatorClass(before) === operatorClass(after);
	return isSameOrder && (key.collation !== undefined || (column.collation ?? 'default') === (collation ?? 'default'));
}

/** The default operator class of a type, by the order that it gives. */
const operatorClass = ({ name, arrayDimensions }: ColumnType): string =>
	`${name === 'varchar' ? 'text' : name === 'cidr' ? 'inet' : name}${'[]'.repeat(Math.min(1, arrayDimensions))}`;

/** A CHECK of the column is tried again; a foreign key is made again, for which the other table is locked. */
function checkAnew(
	{ context }: Command,
	target: Target,
	{ kind, columns, references, isValidated, isEnforced }: Constraint,
	column: string,
	rewrite: string | undefined,
): void {
	if (!columns.includes(column)) return;
	if (kind === 'check' && isEnforced && isValidated) context.scan(target, `a CHECK on ${column} is tried again`);
	if (kind !== 'foreign key' || !references) return;
	const other = references.table === undefined ? context.target(references.given) : context.all([references.table])[0];
	if (!other) return;
	context.lock(other, 'ACCESS EXCLUSIVE', `a foreign key of ${target.id} is made again`);
	if (rewrite !== undefined && isValidated) context.scan(other, 'the rows of the foreign key are looked for in it');
}

/** Foreign keys that point at the column are made again, too. */
function lockReferencing({ context }: Command, target: Target, column: string, isRewritten: boolean): void {
	for (const other of context.all(target.relation?.referencedBy ?? [])) {
		const keys = (other.relation?.constraints ?? []).filter(
			({ references }) => references?.table === target.relation?.id && references?.columns.includes(column),
		);
		if (keys.length === 0) continue;
		context.lock(other, 'ACCESS EXCLUSIVE', `its foreign key to ${target.id} is made again`);
		if (!isRewritten || !keys.some(({ isValidated }) => isValidated)) continue;
		context.scan(other, 'its foreign key is tried again');
		context.scan(target, 'the rows of a foreign key are looked for in it');
	}
}
