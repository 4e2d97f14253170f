import type { QualifiedName } from '../core/names.ts';
import { type NodeOf, objectName } from '../dialects/postgresql/catalog/trees.ts';

type Drop = NodeOf<'DropStmt'>;

/** The objects that a DROP names, when it drops objects of one of these kinds. */
export function droppedBy(drop: Drop, ...kinds: readonly Drop['removeType'][]): readonly QualifiedName[] {
	return kinds.includes(drop.removeType) ? (drop.objects ?? []).map(objectName) : [];
}
