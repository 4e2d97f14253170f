import type { Project } from '../config/project.ts';
import { loadDiffer } from '../diff/differ.ts';
import type { Review } from '../review/finding.ts';
import type { Rule } from '../review/rule.ts';
import type { ReviewSettings } from '../review/settings.ts';
import type { ScriptFactsOptions } from './look.ts';
import type { ProjectSource } from './open.ts';
import { ruleSettings } from './rule-settings.ts';
import { openScripts, type ReviewScope } from './scripts.ts';

export type { Finding, Place, Review, Reviewed, ReviewedAgainst, Severity, WaivedFinding } from '../review/finding.ts';
export type { Level, PresetName, RuleSetting } from '../review/settings.ts';

/** What is left out is what the setting `review` of the project says. */
export interface ReviewOptions extends ScriptFactsOptions, ReviewScope, Partial<Pick<ReviewSettings, 'rules'>> {
	/** How severe the rules are. Default: `recommended`. */
	readonly preset?: ReviewSettings['preset'] | undefined;
}

/**
 * Find what is dangerous in scripts: what loses data, breaks clients, blocks traffic, or fails. No server is asked.
 *
 * @param source - Needed for a range of revisions; files are read where there is no project, too.
 * @param given - One range of revisions, or files, folders, patterns and `-`. Of a range, each revision is looked at in
 * its versioned file, whether that is written or not; what the range created is new, and what earlier revisions created
 * is known. Each file stands for itself, unless `sequence` says otherwise. With `against`, nothing is said of statements
 * that the scripts had in that commit already, and what revisions of it create is there for those behind them.
 * @throws {GenSqlError} OPTION_INVALID for a rule or an option that there is not, or a version before 11; CONFIG_INVALID
 * when a setting names a rule, an option or a revision that there is not; USAGE_INVALID when a range stands beside another
 * argument, the dialect has no rules, or standard input is to be compared with a commit; GIT_FAILED when git does not know
 * the commit, or a file lies outside the repository; FILE_UNREADABLE; and what `upgrade` throws.
 */
export async function review(
	source: ProjectSource,
	given: readonly string[],
	options: ReviewOptions = {},
): Promise<Review> {
	const { preset, rules: givenRules = {}, since, against, ...scriptOptions } = options;
	const { dialect, project, version, minor, scripts } = await openScripts(source, given, scriptOptions, {
		since,
		against,
	});
	const { Inspector } = await import('../review/inspector.ts');
	const { reviewScripts } = await import('../review/review.ts');
	const { reading } = dialect;
	const grammar = await reading.loadGrammar?.();
	const own = await ownRulesOf(project);
	const rules = ruleSettings(await rulesOfReview(project), project, givenRules);
	const inspector = new Inspector({ preset: preset ?? project?.review?.preset ?? 'recommended', rules, version }, own);
	const differ = against === undefined ? undefined : await loadDiffer();
	return reviewScripts(scripts, { reading, grammar, inspector, version, minor, differ }, against);
}

/**
 * What there is to know of each rule, by its id: of those of gen-sql, then of those of the project.
 *
 * @throws {GenSqlError} CONFIG_INVALID when one of the project is none.
 */
export async function rulesOfReview(project?: Project): Promise<Readonly<Record<string, Rule>>> {
	return { ...(await import('../review/rules/index.ts')).rules, ...(await ownRulesOf(project)) };
}

async function ownRulesOf(project: Project | undefined): Promise<Readonly<Record<string, Rule>>> {
	const given = Object.entries(project?.review?.ownRules ?? {});
	if (!project || given.length === 0) return {};
	const { ownRule } = await import('../review/own-rules.ts');
	const rules = given.flatMap(([id, rule]) => {
		if (rule === undefined) return [];
		return [[id, ownRule(id, { ...rule }, (...path) => project.placeOf('review', 'ownRules', id, ...path))] as const];
	});
	return Object.fromEntries(rules);
}
