import type { Project } from '../config/project.ts';
import type { ReviewConfig } from '../config/review-config.ts';
import { type ErrorCode, GenSqlError, isGenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import type { SourceLocation } from '../core/source.ts';
import { hintForRule } from '../review/other-tools.ts';
import type { Rule } from '../review/rule.ts';
import { checkRuleOptions } from '../review/rule-options.ts';
import type { ReviewSettings, RuleSetting } from '../review/settings.ts';

type Registry = Readonly<Record<string, Rule>>;
type RuleSettings = ReviewSettings['rules'];

/**
 * What is set for rules: by the project, and over that by the caller.
 *
 * @throws {GenSqlError} CONFIG_INVALID, or OPTION_INVALID where the caller says it, for a rule that there is not, an
 * option that a rule does not have, or a value of another type.
 */
export function ruleSettings(registry: Registry, project: Project | undefined, given: RuleSettings): RuleSettings {
	const set = configured(project?.review?.rules);
	const place = (id: string, ...below: readonly string[]) => project?.placeOf('review', 'rules', id, ...below);
	for (const [id, setting] of Object.entries(set)) check(id, setting, registry, 'CONFIG_INVALID', place);
	for (const [id, setting] of Object.entries(given)) check(id, setting, registry, 'OPTION_INVALID', () => undefined);
	const ids = [...new Set([...keysOf(set), ...keysOf(given)])];
	return Object.fromEntries(ids.map((id) => [id, merged(set[id], given[id])]));
}

const configured = (rules: ReviewConfig['rules'] = {}): RuleSettings =>
	Object.fromEntries(
		Object.entries(rules).map(([id, rule]) => [id, typeof rule === 'string' ? { severity: rule } : (rule ?? {})]),
	);

const merged = (set: RuleSetting = {}, given: RuleSetting = {}): RuleSetting => ({
	severity: given.severity ?? set.severity,
	options: { ...set.options, ...given.options },
});

type PlaceOfRule = (id: string, ...below: readonly string[]) => SourceLocation | undefined;

function check(id: string, { options = {} }: RuleSetting, registry: Registry, code: ErrorCode, place: PlaceOfRule) {
	const rule = Object.hasOwn(registry, id) ? registry[id] : undefined;
	if (!rule) {
		throw new GenSqlError(code, `there is no rule "${id}"`, { hint: hintForRule(id, keysOf(registry)), at: place(id) });
	}
	for (const [name, value] of Object.entries(options)) {
		try {
			if (value !== undefined) checkRuleOptions(id, rule.options, { [name]: value });
		} catch (error) {
			if (!isGenSqlError(error)) throw error;
			throw new GenSqlError(code, error.message, { hint: error.hint, at: place(id, 'options', name) });
		}
	}
}
