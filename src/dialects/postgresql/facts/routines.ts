import { listedName, type NodeOf } from '../catalog/trees.ts';
import { endsTransaction } from './analysis.ts';
import type { Context } from './context.ts';

/** A procedure that ends its transaction cannot be called in one that began before. */
export function call({ funccall }: NodeOf<'CallStmt'>, context: Context): void {
	const procedures = context.known.functions(listedName(funccall?.funcname));
	if (procedures.some(({ body }) => body !== undefined && endsTransaction(body))) context.outside();
}

export function discard({ target }: NodeOf<'DiscardStmt'>, context: Context): void {
	if (target === 'DISCARD_ALL') context.outside();
}
