import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile } from '../../src/dialects/compile.ts';
import { type DialectName, dialects } from '../../src/dialects/index.ts';
import type { Op, Operation, OperationKind, OperationOf } from '../../src/ops/index.ts';
import { reverse } from '../../src/ops/reverse.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { type ForeignKeyConstraint, uniqueConstraint } from '../../src/schema/constraints.ts';
import { textOf } from '../../src/sql/split.ts';
import { type ColumnType, t } from '../../src/sql/types.ts';
import { examples } from '../ops/examples/index.ts';

/** The golden matrix, without SQL of the author. */
export const MATRIX = keysOf(examples)
	.filter((kind) => kind !== 'execute' && kind !== 'sqlFile')
	.flatMap((kind) =>
		Object.entries(examples[kind].cases).map(([title, body]) => ({ title: `${kind}: ${title}`, body })),
	);

/** The statements of operations that a dialect has; those it refuses are left out. */
const statements = (dialect: DialectName, ops: readonly Operation[]): readonly string[] =>
	ops.flatMap((op) => {
		try {
			return compile([op], dialects[dialect]).map(({ parts }) => textOf(parts));
		} catch (error) {
			if (isGenSqlError(error)) return [];
			throw error;
		}
	});

/** The same; undefined when the dialect refuses one of them. */
function allStatements(dialect: DialectName, ops: readonly (Operation | undefined)[]): readonly string[] | undefined {
	const each = ops.map((op) => (op ? statements(dialect, [op]) : []));
	return each.some((one) => one.length === 0) ? undefined : each.flat();
}

/** The statements of a revision body that a dialect has. */
export const renderedFor = async (dialect: DialectName, body: RevisionBody): Promise<readonly string[]> =>
	statements(dialect, await record(body));

/** Columns that the expressions of the golden matrix name. */
const USED = ['a', 'age', 'body', 'email', 'first', 'id', 'last', 'n', 'name', 'note', 'plan', 'size', 'spare', 'user'];

/** What has to be there before an operation: its table, and what that refers to. */
function setup(op: Op, made: Operation): void {
	if (made.kind === 'createTable' || made.kind === 'execute' || made.kind === 'sqlFile') return;
	if (made.kind === 'dropIndex') {
		indexed(op, made);
		return;
	}
	if (!('table' in made)) return;
	const { name, schema } = made.table;
	const options = schema === undefined ? {} : { schema };
	if (made.kind === 'bulkInsert') {
		const columns = made.columns.map((each) => ({ ...each, type: limited(each.type) }));
		op.createTable(name, columns, options);
		return;
	}
	const own = references(op, made).map((key) => uniqueConstraint(key.referredColumns));
	op.createTable(name, [...columnsFor(made).map((each) => column(each, t.string(100))), ...own], options);
	if (made.kind === 'dropConstraint') for (const added of undone(made) ?? []) op.invoke(added);
	if (made.kind === 'dropColumn') recreateIndexes(op, made);
}

/** The indexes that came with a column that goes. */
function recreateIndexes(op: Op, { table: { name, schema }, was }: OperationOf<'dropColumn'>): void {
	const options = schema === undefined ? {} : { schema };
	for (const index of was?.indexes ?? []) op.createIndex(op.f(index.name), name, index.columns, options);
}

/** Create the tables that an operation refers to. Returns the keys that refer to its own table. */
function references(op: Op, made: Operation): readonly ForeignKeyConstraint[] {
	if (made.kind !== 'addColumn' && made.kind !== 'createForeignKey') return [];
	const keys =
		made.kind === 'addColumn' ? made.constraints.filter((key) => key.kind === 'foreignKey') : [made.constraint];
	const type = made.kind === 'addColumn' ? made.column.type : t.string(100);
	const isOwn = (key: ForeignKeyConstraint): boolean => key.referredTable.name === made.table.name;
	for (const key of keys.filter((each) => !isOwn(each))) {
		const referred = key.referredColumns.map((each) => column(each, type, { primaryKey: true }));
		op.createTable(key.referredTable.name, referred);
	}
	return keys.filter(isOwn);
}

/** Where no length is said, one server wants a length. */
const limited = (type: ColumnType): ColumnType => (type.name === 'string' ? t.string(100) : type);

function indexed(op: Op, { index, table = 'indexed' }: OperationOf<'dropIndex'>): void {
	const { name, schema } = index;
	const options = schema === undefined ? {} : { schema };
	op.createTable(table, [column('a', t.string(100))], options);
	op.createIndex(op.f(name), table, ['a'], options);
}

/** The columns that an operation finds. Some servers take names that differ by case alone for one. */
function columnsFor(made: Operation): readonly string[] {
	const own = namedIn(made);
	const added = made.kind === 'addColumn' ? made.column.name : '';
	const renamed = made.kind === 'renameColumn' ? made.newName : '';
	const taken = new Set([added, renamed, ...own].map((each) => each.toLowerCase()));
	return [...own, ...USED.filter((each) => !taken.has(each))];
}

function namedIn(made: Operation): readonly string[] {
	if (made.kind === 'createIndex') return made.columns.filter((each) => typeof each === 'string');
	if (made.kind === 'dropColumn' || made.kind === 'alterColumn' || made.kind === 'renameColumn') return [made.column];
	const isKey = made.kind === 'createPrimaryKey' || made.kind === 'createUniqueConstraint';
	if (made.kind !== 'createForeignKey') return isKey ? made.constraint.columns : [];
	const { columns, referredTable, referredColumns } = made.constraint;
	return [...new Set([...columns, ...(referredTable.name === made.table.name ? referredColumns : [])])];
}

/** Operations whose way back leaves what was there before, on any server. */
const UNDONE: ReadonlySet<OperationKind> = new Set([
	'addColumn',
	'alterColumn',
	'createCheckConstraint',
	'createIndex',
	'createPrimaryKey',
	'createTable',
	'createUniqueConstraint',
	'renameColumn',
	'renameTable',
]);

/** What undoes an operation; undefined where only the author knows it. */
function undone(op: Operation): readonly Operation[] | undefined {
	const reversal = reverse(op);
	return 'irreversible' in reversal ? undefined : reversal.operations;
}

/** Schemas that operations speak of. */
const schemasOf = (ops: readonly Operation[]): ReadonlySet<string> =>
	new Set(
		[...JSON.stringify(ops, plain).matchAll(/"schema":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
			JSON.parse(text),
		),
	);

const plain = (key: string, value: unknown): unknown => (key === 'at' || typeof value === 'bigint' ? undefined : value);

/** A case of the golden matrix as a dialect has it. */
export interface MatrixCase {
	readonly schemas: ReadonlySet<string>;
	/** What has to be there before it. */
	readonly setup: readonly string[];
	/** Empty when the dialect refuses all of it. */
	readonly forward: readonly string[];
	/** What takes it back; undefined where only the author knows it, and where there is nothing to take back. */
	readonly back: readonly string[] | undefined;
}

/** Make a case of the golden matrix one that can be run. */
export async function matrixCase(dialect: DialectName, body: RevisionBody): Promise<MatrixCase> {
	const ops = await record(body);
	const forward = statements(dialect, ops);
	const made = ops.flatMap((op) => (op.kind === 'createTable' ? [op.table.name] : []));
	const first = ops.find((op) => !(op.kind === 'bulkInsert' && made.includes(op.table.name)));
	const back = [...ops].reverse().map((op) => (UNDONE.has(op.kind) ? undone(op) : undefined));
	const isReversed = forward.length > 0 && !back.includes(undefined);
	return {
		schemas: schemasOf(ops),
		setup: first ? await renderedFor(dialect, (op) => setup(op, first)) : [],
		forward,
		back: isReversed ? allStatements(dialect, back.flat()) : undefined,
	};
}
