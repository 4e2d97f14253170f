import type { Online } from '../../ops/online.ts';
import type { Needs } from '../../sql/statement.ts';

/** What a change needs that is short by itself: a transaction without other changes, and nobody kept waiting for long. */
export const BRIEF: Needs = { transaction: 'own', lockTimeout: true };

/** What the one statement of a change needs that is short by itself. */
export const needsOf = ({ online }: Online): Needs => (online ? BRIEF : {});
