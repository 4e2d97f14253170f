import { GenSqlError } from '../core/error.ts';
import { didYouMean } from '../core/suggest.ts';
import { DEFAULT_DATABASE } from '../ops/context.ts';
import { mergedReview, type ReviewConfig } from './review-config.ts';

/**
 * The database that is meant.
 *
 * @param names - Those that the configuration has; none when it speaks of one database alone.
 * @throws {GenSqlError} OPTION_INVALID when there is none of that name, or it is not said which of several.
 */
export function chosenDatabase(names: readonly string[], wanted: string | undefined): string {
	if (wanted === undefined) {
		const [first = DEFAULT_DATABASE, second] = names;
		if (second === undefined) return first;
		if (names.includes(DEFAULT_DATABASE)) return DEFAULT_DATABASE;
		throw new GenSqlError('OPTION_INVALID', `the project has several databases: ${names.join(', ')}`, {
			hint: `name one: --name ${first}`,
		});
	}
	if (names.includes(wanted)) return wanted;
	throw new GenSqlError('OPTION_INVALID', `the project has no database "${wanted}"`, {
		hint: names.length === 0 ? 'the configuration lists them under databases' : didYouMean(wanted, names, 'databases'),
	});
}

/**
 * What holds for one database: what is said of all, then what is said of it alone. A dialect and a URL belong together:
 * a database that has one of them takes over neither. What is said of the review is put together.
 */
export function settingsOf(
	shared: Readonly<Record<string, unknown>>,
	own: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const { databases: _, dialect, databaseUrl, ...others } = shared;
	const reviews = [shared['review'], own['review']] as readonly (ReviewConfig | undefined)[];
	const [forAll = {}, forOne] = reviews;
	return {
		...others,
		...(speaksOfTarget(own) ? {} : { dialect, databaseUrl }),
		...own,
		...(forOne && { review: mergedReview(forAll, forOne) }),
	};
}

/** Whether a database says itself what it is, so that the environment, which knows of one alone, is not asked. */
export const speaksOfTarget = (own: { readonly dialect?: unknown; readonly databaseUrl?: unknown }): boolean =>
	own.dialect !== undefined || own.databaseUrl !== undefined;

/** @throws {GenSqlError} CONFIG_INVALID when a name could not be that of a folder below `out`, beside the others. */
export function checkDatabaseNames(names: readonly string[]): void {
	if (names.length === 0) throw new GenSqlError('CONFIG_INVALID', 'databases names no database');
	const odd = names.find((name) => !/^\w[\w.-]*(?<!\.)$/.test(name));
	if (odd !== undefined) {
		throw new GenSqlError('CONFIG_INVALID', `databases has the name ${JSON.stringify(odd)}`, {
			hint: 'it is the name of a folder: write letters, digits, _ and -',
		});
	}
	if (names.some((name) => name.toLowerCase() === 'releases')) {
		throw new GenSqlError('CONFIG_INVALID', 'databases has the name "releases"', {
			hint: 'releases have that folder: choose another name',
		});
	}
	const folded = names.map((name) => name.toLowerCase());
	const twice = names.find((name, index) => folded.indexOf(name.toLowerCase()) !== index);
	if (twice !== undefined) throw new GenSqlError('CONFIG_INVALID', `databases has "${twice}" twice, but for its case`);
}
