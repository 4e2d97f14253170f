import type { Column, ColumnType, Constraint, Index } from '../catalog/model.ts';
import { columnsIn, listedName, type NodeOf, nodeOf } from '../catalog/trees.ts';
import { type Command, columnOf } from './alter-command.ts';
import type { Context } from './context.ts';
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
		const column = columnOf(target, name) ?? added(target, name, context);
		const to = def?.typeName && context.known.columnType(def.typeName);
		if (def && to && column?.type) alterKnown(command, target, column, column.type, to, def);
		else alterUnknown(command, target, name);
	}
}

type Changed = Pick<Column, 'name' | 'type' | 'generated' | 'collation'>;

/** A column that the script added to a table that is not known. */
function added({ schema, name: table }: Target, name: string, { known }: Context): Changed | undefined {
	const type = known.addedType({ schema, name: table }, name);
	return type && { name, type, generated: undefined, collation: undefined };
}

function alterUnknown({ context }: Command, target: Target, name: string): void {
	context.rewrite(target, `the old type of ${name} is not known, and another type may be stored differently`);
	const column = `${target.id}.${name}`;
	context.typeChanges.push({ column, rewrite: true, narrows: false, indexes: [], checks: [] });
}

function alterKnown(
	command: Command,
	target: Target,
	column: Changed,
	from: ColumnType,
	to: ColumnType,
	def: NodeOf<'ColumnDef'>,
): void {
	const { context } = command;
	const change = typeChange(from, to, { column: column.name, expression: def.raw_default }, context);
	// A virtual column has no values.
	const { rewrite, narrows } = column.generated === 'virtual' ? { ...change, rewrite: undefined } : change;
	if (rewrite !== undefined) context.rewrite(target, rewrite);
	const collation = def.collClause && listedName(def.collClause.collname).name;
	const built = indexesOn(command, target, column.name).filter(
		({ index, isPart }) => rewrite !== undefined || isPart || !staysSorted(index, column, from, to, collation, command),
	);
	if (built.length > 0) context.buildIndex(target, `an index on ${column.name} is built anew for ${shownType(to)}`);
	const dropped = new Set(
		command.commands.flatMap((cmd) => (cmd.subtype === 'AT_DropConstraint' ? (cmd.name ?? []) : [])),
	);
	const constraints = (target.relation?.constraints ?? []).filter(
		({ columns, name }) => columns.includes(column.name) && !dropped.has(name),
	);
	const tried = constraints.filter(
		({ kind, isEnforced, isValidated }) => kind === 'check' && isEnforced && isValidated,
	);
	if (tried.length > 0) context.scan(target, `a CHECK on ${column.name} is tried again`);
	for (const constraint of constraints) keyAnew(command, target, constraint, rewrite);
	lockReferencing(command, target, column.name, rewrite !== undefined);
	context.typeChanges.push({
		column: `${target.id}.${column.name}`,
		rewrite: rewrite !== undefined,
		narrows,
		indexes: rewrite === undefined ? built.map(({ name }) => name) : [],
		checks: tried.map(({ name }) => name),
	});
}

const indexesOn = (
	{ context }: Command,
	{ relation }: Target,
	column: string,
): readonly { readonly name: string; readonly index: Index; readonly isPart: boolean }[] =>
	context
		.all(relation?.indexes ?? [])
		.flatMap(({ name, relation: found }) =>
			// That of a partition is made again with the one it belongs to.
			found?.index ? { name, index: found.index, isPart: found.parents.length > 0 } : [],
		)
		.filter(({ index: { keys, include, predicate } }) =>
			[...keys.flatMap((key) => key.column ?? columnsIn(key.expression)), ...include, ...columnsIn(predicate)].includes(
				column,
			),
		);

/** Whether the index of a column that is not rewritten has the same order as before. */
function staysSorted(
	{ keys, predicate }: Index,
	column: Changed,
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
	`${SORTED_AS[name] ?? (/^reg/.test(name) ? 'oid' : name)}${'[]'.repeat(Math.min(1, arrayDimensions))}`;

const SORTED_AS: Readonly<Record<string, string>> = { varchar: 'text', cidr: 'inet' };

/** A foreign key is made again, for which the other table is locked. */
function keyAnew(
	{ context }: Command,
	target: Target,
	{ kind, references, isValidated }: Constraint,
	rewrite: string | undefined,
): void {
	const other = kind === 'foreign key' ? context.referenced({ references }) : undefined;
	if (!other) return;
	const others = context.withPartitions(other);
	const reason = `a foreign key of ${target.id} is made again`;
	// Before version 15 the triggers are those of the partitions alone.
	const isSpared = context.version < 15 && other.kind === 'partitioned table';
	for (const each of others)
		context.lock(each, isSpared && each === other ? 'SHARE ROW EXCLUSIVE' : 'ACCESS EXCLUSIVE', reason);
	if (rewrite !== undefined && isValidated) context.scanAll(others, 'the rows of the foreign key are looked for in it');
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
