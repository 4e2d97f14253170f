import { operations as definitions, type OperationKind, type OperationOf } from './index.ts';
import type { OperationDefinition, Reversal } from './operation.ts';
import { isSettled, marks } from './settled.ts';

/** What undoes an operation, or why nothing does. The names of what was recorded stay as they are. */
export function reverse<Kind extends OperationKind>(op: OperationOf<Kind>): Reversal {
	const definition = definitions[op.kind as Kind] as unknown as OperationDefinition<OperationOf<Kind>, never>;
	const reversal = definition.reverse(op);
	if ('irreversible' in reversal) return reversal;
	const operations = reversal.operations.map((undone) => ({ ...undone, ...marks(undone, isSettled(op)) }));
	return { ...reversal, operations };
}
