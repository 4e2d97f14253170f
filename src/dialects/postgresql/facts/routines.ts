import { endsTransaction } from '../body-statements.ts';
import { listedName, type NodeOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';

/** A procedure that ends its transaction cannot be called in one that began before. */
export function call({ funccall }: NodeOf<'CallStmt'>, context: Context): void {
	const procedures = context.known.functions(listedName(funccall?.funcname));
	if (procedures.some(({ body = '', language }) => endsTransaction(body, language))) context.outside();
}

export function discard({ target }: NodeOf<'DiscardStmt'>, context: Context): void {
	if (target === 'DISCARD_ALL') context.outside();
}
