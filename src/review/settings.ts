import type { PRESET_NAMES } from '../config/review-config.ts';
import type { Severity } from './finding.ts';
import type { Group, Rule, RuleOptions } from './rule.ts';

/** How severe what a rule finds is; `off` is not looked for. */
export type Level = Severity | 'off';

/** Makes a severity of the one a rule has by itself. */
type Preset = (level: Level, group: Group) => Level;

const STRICTER: Readonly<Record<Level, Level>> = { error: 'error', warning: 'error', info: 'warning', off: 'info' };

/** Groups that speak of what a change does to those who use the database meanwhile. */
const WHILE_IN_USE: ReadonlySet<Group> = new Set(['locks', 'transactions', 'clients', 'data', 'rows']);

/** The registry: what each preset makes of the severity of a rule. */
export const presets = {
	/** Each rule as it is. */
	recommended: (level) => level,
	/** Everything a degree more severe, and what is off as advice. */
	strict: (level) => STRICTER[level],
	/** For changes while the application runs: a warning about that is an error, and style is off. */
	online: (level, group) => {
		if (!WHILE_IN_USE.has(group)) return level === 'error' ? level : 'off';
		return level === 'warning' ? 'error' : level;
	},
} satisfies Readonly<Record<(typeof PRESET_NAMES)[number], Preset>>;

export type PresetName = keyof typeof presets;

/** What is set for one rule: a severity, options, or both. */
export interface RuleSetting {
	readonly severity?: Level | undefined;
	readonly options?: RuleOptions | undefined;
}

export interface ReviewSettings {
	readonly preset: PresetName;
	readonly rules: Readonly<Record<string, RuleSetting>>;
	/** The major version of the server. */
	readonly version: number;
	/** The minor version, as 2 of 14.2. Default: it is not known. */
	readonly minor?: number | undefined;
}

export const levelOf = (
	id: string,
	{ severity, group }: Pick<Rule, 'severity' | 'group'>,
	{ preset, rules }: ReviewSettings,
): Level => rules[id]?.severity ?? presets[preset](severity, group);
