import { GenSqlError } from '../core/error.ts';
import type { ReversibleScope, Scope } from '../ops/operation.ts';

/** Whether a block says itself how it is undone. */
export const isReversible = (scope: Scope): scope is ReversibleScope => scope.kind === 'reversible';

/** What to say of one in a downgrade. */
export const misplacedReversible = (): GenSqlError =>
	new GenSqlError('ARGUMENT_INVALID', 'op.reversible belongs into upgrade', {
		hint: "write what the downgrade does, or export const downgrade = 'auto'",
	});
