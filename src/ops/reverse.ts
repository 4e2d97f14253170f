import { type OperationKind, type OperationOf, operations } from './index.ts';
import type { OperationDefinition, Reversal } from './operation.ts';

/** What undoes an operation, or why nothing does. */
export function reverse<Kind extends OperationKind>(op: OperationOf<Kind>): Reversal {
	const definition = operations[op.kind as Kind] as unknown as OperationDefinition<OperationOf<Kind>, never>;
	return definition.reverse(op);
}
