import type { Column } from '../catalog/model.ts';
import { listedName, type NodeOf, nodeOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { isColumnOf } from './dependents.ts';
import { targetOf } from './target.ts';

/**
 * A domain that gets stricter is held against every table that uses it.
 *
 * @see https://www.postgresql.org/docs/current/sql-alterdomain.html
 */
export function alterDomain({ subtype, typeName, def }: NodeOf<'AlterDomainStmt'>, context: Context): void {
	const constraint = nodeOf(def, 'Constraint');
	const isAdded = subtype === 'C' && constraint?.skip_validation !== true;
	if (!isAdded && subtype !== 'O' && subtype !== 'V') return;
	const domain = context.known.type(listedName(typeName));
	if (!domain) return;
	for (const relation of context.known.relations()) {
		const isUser = (column: Column): boolean =>
			column.type?.arrayDimensions === 0 && isColumnOf(column, domain, context);
		if (!relation.columns.some(isUser)) continue;
		const target = targetOf(relation);
		if (!target.hasStorage) continue;
		context.lock(target, 'SHARE', `it uses the domain ${domain.name}`);
		context.scan(target, `the domain ${domain.name} is tried on each row`);
	}
}
