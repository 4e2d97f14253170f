import { isGenSqlError, placed } from '../core/error.ts';
import type { Operation, OperationKind, OperationOf } from '../ops/index.ts';
import { workingOn } from '../ops/invoked.ts';
import { objectOf } from '../ops/object-of.ts';
import type { Scope } from '../ops/operation.ts';
import { waiversOf } from '../ops/waiving.ts';
import type { Statement } from '../sql/statement.ts';
import { EnumTypes } from '../state/enum-types.ts';
import type { Compile, Dialect } from './dialect.ts';
import { unsupported } from './unsupported.ts';

/** The enum types of an empty database. */
export const noEnumTypes = ({ spelling, hasEnumTypes }: Dialect): EnumTypes =>
	new EnumTypes(spelling.resolveType, hasEnumTypes);

/**
 * Compile operations for one dialect, keeping their order; each statement carries the call it comes from.
 *
 * @param types - The enum types that are there before; an enum that is not is created before its first use. Afterwards
 * it holds those that are there then.
 * @throws {GenSqlError} OPERATION_UNSUPPORTED when the dialect cannot express an operation, IDENTIFIER_INVALID,
 * LITERAL_INVALID or SQL_INVALID when it cannot spell a part of one, TYPE_CONFLICT when operations contradict each other
 * about an enum; each with the line of the call.
 */
export const compile = (
	operations: readonly Operation[],
	dialect: Dialect,
	types = noEnumTypes(dialect),
): readonly Statement[] =>
	operations.flatMap((op) =>
		workingOn(op, () => {
			const created = types.apply(op).flatMap((one) => compileOne(one, dialect));
			const own = compileOne(op, dialect);
			return waived(op, created.length === 0 ? own : [...created, ...own]);
		}),
	);

/** The comments of a call stand in front of each of its statements. */
function waived(op: Operation, statements: readonly Statement[]): readonly Statement[] {
	const waivers = waiversOf(op);
	return waivers.length === 0 ? statements : statements.map((each) => ({ ...each, waivers }));
}

function compileOne<Kind extends OperationKind>(op: OperationOf<Kind>, dialect: Dialect): readonly Statement[] {
	const table = dialect.compile[op.kind as Kind] as Compile<Kind>;
	const outside = op.scope?.some(({ kind }) => kind === 'autocommit') ?? false;
	try {
		refuseRebuilding(op.scope, dialect);
		if ('online' in op && op.online) refuseOnline(outside, dialect);
		const object = objectOf(op);
		const operation = { kind: op.kind, ...(object !== undefined && { object }) };
		const told = { operation, ...(outside && { transaction: 'never' as const }), ...(op.at && { at: op.at }) };
		return table(op, dialect.spelling).map((statement) => ({ ...statement, ...told }));
	} catch (error) {
		throw isGenSqlError(error) ? placed(error, op.at) : error;
	}
}

/** The steps of a change that is made online have their own transactions. */
function refuseOnline(outside: boolean, { name, script }: Dialect): void {
	if (script.lockTimeout === undefined) unsupported(name, 'do this online', 'leave online out');
	if (outside) unsupported(name, 'do this online in an autocommitBlock', 'take it out of the block: it needs none');
}

/** No dialect builds tables anew yet. */
function refuseRebuilding(scopes: readonly Scope[] | undefined, { name }: Dialect): void {
	const rebuilt = scopes?.find((scope) => scope.kind === 'batch' && scope.recreate === 'always');
	if (rebuilt?.kind !== 'batch') return;
	unsupported(
		name,
		`build the table "${rebuilt.table.name}" anew`,
		'leave recreate out: the table is altered in place',
	);
}
