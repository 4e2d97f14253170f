import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { didYouMean } from '../core/suggest.ts';
import { loadDiffer } from '../diff/differ.ts';
import type { Review } from '../review/finding.ts';
import type { Rule } from '../review/rule.ts';
import { checkRuleOptions } from '../review/rule-options.ts';
import type { ReviewSettings } from '../review/settings.ts';
import type { ProjectSource } from './open.ts';
import { type ComparedScriptsOptions, openScripts } from './scripts.ts';

export type { Finding, Place, Review, Reviewed, ReviewedAgainst, Severity } from '../review/finding.ts';
export type { Level, PresetName, RuleSetting } from '../review/settings.ts';

export interface ReviewOptions extends ComparedScriptsOptions, Partial<Pick<ReviewSettings, 'preset' | 'rules'>> {}

/**
 * Find what is dangerous in scripts: what loses data, breaks clients, blocks traffic, or fails. No server is asked.
 *
 * @param source - Needed for a range of revisions; files are read where there is no project, too.
 * @param given - One range of revisions, or files, folders, patterns and `-`. Of a range, each revision is looked at in
 * its versioned file, whether that is written or not; what the range created is new, and what earlier revisions created
 * is known. Each file stands for itself, unless `sequence` says otherwise. With `against`, nothing is said of statements
 * that the scripts had in that commit already, and what revisions of it create is there for those behind them.
 * @throws {GenSqlError} OPTION_INVALID for a rule or an option that there is not, or a version before 11; USAGE_INVALID
 * when a range stands beside another argument, the dialect has no rules, or standard input is to be compared with a
 * commit; GIT_FAILED when git does not know the commit, or a file lies outside the repository; FILE_UNREADABLE; and what
 * `upgrade` throws.
 */
export async function review(
	source: ProjectSource,
	given: readonly string[],
	options: ReviewOptions = {},
): Promise<Review> {
	const { preset = 'recommended', rules = {}, ...scriptOptions } = options;
	await checkRules(rules);
	const { dialect, version, minor, scripts } = await openScripts(source, given, scriptOptions);
	const { Inspector } = await import('../review/inspector.ts');
	const { reviewScripts } = await import('../review/review.ts');
	const { reading } = dialect;
	const grammar = await reading.loadGrammar?.();
	const inspector = new Inspector({ preset, rules, version });
	const { against } = scriptOptions;
	const differ = against === undefined ? undefined : await loadDiffer();
	return reviewScripts(scripts, { reading, grammar, inspector, version, minor, differ }, against);
}

/** What there is to know of each rule, by its id. */
export async function rulesOfReview(): Promise<Readonly<Record<string, Rule>>> {
	return (await import('../review/rules/index.ts')).rules;
}

async function checkRules(given: ReviewSettings['rules']): Promise<void> {
	const known = await rulesOfReview();
	for (const [id, { options }] of Object.entries(given)) {
		const rule = Object.hasOwn(known, id) ? known[id] : undefined;
		if (!rule) {
			throw new GenSqlError('OPTION_INVALID', `there is no rule "${id}"`, { hint: didYouMean(id, keysOf(known)) });
		}
		checkRuleOptions(id, rule.options, options);
	}
}
