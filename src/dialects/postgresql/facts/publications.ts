import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { type NodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import type { Context } from './context.ts';

/** The tables that a publication names. */
export const publishedIn = (objects: readonly Node[] | undefined): readonly QualifiedName[] =>
	nodesOf(objects, 'PublicationObjSpec').flatMap(({ pubtable }) =>
		pubtable?.relation ? rangeName(pubtable.relation) : [],
	);

/** Children are published with their parent, and partitions by their table alone. */
function lockNamed(objects: readonly Node[] | undefined, context: Context): void {
	for (const { pubtable } of nodesOf(objects, 'PublicationObjSpec')) {
		if (!pubtable?.relation) continue;
		const target = context.at(pubtable.relation);
		const isAlone = target.kind === 'partitioned table' || !pubtable.relation.inh;
		context.lockAll(isAlone ? [target] : context.withChildren(target), 'SHARE UPDATE EXCLUSIVE');
	}
}

export const createPublication = ({ pubobjects }: NodeOf<'CreatePublicationStmt'>, context: Context): void =>
	lockNamed(pubobjects, context);

/** SET locks the tables that were published, too. */
export function alterPublication(
	{ pubname = '', pubobjects, action }: NodeOf<'AlterPublicationStmt'>,
	context: Context,
): void {
	lockNamed(pubobjects, context);
	if (action === 'AP_SetObjects' && pubobjects) {
		const before = context.known.published(pubname).map((name) => context.target(name));
		context.lockAll(before, 'SHARE UPDATE EXCLUSIVE');
	}
}
