import type { Op } from '../../src/ops/index.ts';

/** The path of this module as the engine knows it. */
export const script = import.meta.url;

/** What a revision might share with others. */
export function addAudit(op: Op, table: string): void {
	op.dropTable(table);
}
