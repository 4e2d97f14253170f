import type { ColumnType } from '../catalog/model.ts';
import { listedName, type NodeOf, nodeOf } from '../catalog/trees.ts';
import type { Context } from './context.ts';
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
	const isSoAlready = subtype === 'O' && domain?.kind === 'domain' && domain.notNull;
	if (!domain || isSoAlready) return;
	for (const relation of context.known.relations()) {
		const columns = relation.columns.filter(({ type }) => type && isOf(type, domain, context));
		if (columns.length === 0) continue;
		const target = targetOf(relation);
		if (!target.hasStorage) continue;
		context.lock(target, 'SHARE', `it uses the domain ${domain.name}`);
		context.scan(target, `the domain ${domain.name} is tried on each row`);
	}
}

/** Whether a type is the domain, or a domain over it. */
function isOf(type: ColumnType, domain: { readonly schema: string; readonly name: string }, context: Context): boolean {
	if (type.arrayDimensions > 0) return false;
	if (type.schema === domain.schema && type.name === domain.name) return true;
	if (type.schema === undefined || type.schema === 'pg_catalog') return false;
	const definition = context.known.type({ schema: type.schema, name: type.name });
	return definition?.kind === 'domain' && isOf(definition.base, domain, context);
}
