import { nodeOf } from '../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../sql/parse-postgresql.ts';

/** Whether a condition lets every row pass: there is none, or it is TRUE. */
export function isAlways(condition: Node | undefined): boolean {
	return condition === undefined || nodeOf(condition, 'A_Const')?.boolval?.boolval === true;
}
