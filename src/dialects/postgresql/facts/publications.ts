import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import { type NodeOf, nodesOf, rangeName } from '../catalog/trees.ts';
import type { Context } from './context.ts';

/** The tables that a publication names. */
export const publishedIn = (objects: readonly Node[] | undefined): readonly QualifiedName[] =>
	nodesOf(objects, 'PublicationObjSpec').flatMap(({ pubtable }) =>
		pubtable?.relation ? rangeName(pubtable.relation) : [],
	);

const lockAll = (names: readonly QualifiedName[], context: Context): void => {
	for (const name of names) context.lock(context.target(name), 'SHARE UPDATE EXCLUSIVE');
};

export const createPublication = ({ pubobjects }: NodeOf<'CreatePublicationStmt'>, context: Context): void =>
	lockAll(publishedIn(pubobjects), context);

/** SET locks the tables that were published, too. */
export function alterPublication(
	{ pubname = '', pubobjects, action }: NodeOf<'AlterPublicationStmt'>,
	context: Context,
): void {
	lockAll(publishedIn(pubobjects), context);
	if (action === 'AP_SetObjects' && pubobjects) lockAll(context.known.published(pubname), context);
}
