import type { Dialect } from '../dialects/dialect.ts';
import { sameMeaning } from '../diff/meaning.ts';
import type { ParameterFacts } from '../revisions/versioned-facts.ts';

type Parameters = readonly ParameterFacts[] | undefined;

/** What is said of the first parameter that is another one than before; undefined when there is none. */
export async function parameterDifference(
	before: Parameters = [],
	after: Parameters = [],
	dialect: Dialect,
): Promise<string | undefined> {
	const known = new Map(before.map((each) => [each.name, each]));
	for (const is of after) {
		const was = known.get(is.name);
		if (!was) return `the parameter ${shown(is)} is new`;
		known.delete(is.name);
		if (!(await isSame(was, is, dialect))) return `the parameter ${shown(is)} instead of ${shown(was)}`;
	}
	const [gone] = known.values();
	return gone && `the parameter ${shown(gone)} is not there any more`;
}

/** `"role identifier, default app"` */
const shown = ({ name, type, default: fallback }: ParameterFacts): string =>
	`"${name} ${type}${fallback === undefined ? '' : `, default ${fallback}`}"`;

async function isSame(one: ParameterFacts, other: ParameterFacts, dialect: Dialect): Promise<boolean> {
	if ((one.default === undefined) !== (other.default === undefined)) return false;
	const [was, is] = [one, other].map(({ type, default: fallback = 'NULL' }) => `SELECT CAST(${fallback} AS ${type})`);
	return sameMeaning(was as string, is as string, dialect);
}
