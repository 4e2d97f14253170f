import { type OperationKind, type OperationOf, operations } from './index.ts';
import type { OperationDefinition, Reversal } from './operation.ts';
import { isSettled, SETTLED } from './settled.ts';

/** What undoes an operation, or why nothing does. The names of what was recorded stay as they are. */
export function reverse<Kind extends OperationKind>(op: OperationOf<Kind>): Reversal {
	const definition = operations[op.kind as Kind] as unknown as OperationDefinition<OperationOf<Kind>, never>;
	const reversal = definition.reverse(op);
	if ('irreversible' in reversal) return reversal;
	const mark = { [SETTLED]: isSettled(op) };
	return { ...reversal, operations: reversal.operations.map((undone) => ({ ...undone, ...mark })) };
}
