import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { didYouMean } from '../core/suggest.ts';
import type { RuleOptions } from './rule.ts';

/**
 * Check what is set for a rule against its defaults: each option is there, and of the same kind.
 *
 * @throws {GenSqlError} OPTION_INVALID for the first one that is not.
 */
export function checkRuleOptions(id: string, defaults: RuleOptions = {}, given: RuleOptions = {}): void {
	for (const [name, value] of Object.entries(given)) {
		if (!Object.hasOwn(defaults, name)) {
			const known = keysOf(defaults);
			const hint = known.length === 0 ? 'the rule has none' : didYouMean(name, known);
			throw new GenSqlError('OPTION_INVALID', `there is no option "${name}" of the rule "${id}"`, { hint });
		}
		const kind = typeof defaults[name];
		const isFit = kind === 'string' ? isPattern(value) : typeof value === kind && !Number.isNaN(value);
		if (isFit) continue;
		throw new GenSqlError('OPTION_INVALID', `the option "${name}" of the rule "${id}" cannot be "${value}"`, {
			hint: KINDS[kind] ?? `give a ${kind}`,
		});
	}
}

const KINDS: Readonly<Record<string, string>> = {
	boolean: 'give true or false',
	number: 'give a number',
	string: 'give a regular expression',
};

function isPattern(value: unknown): boolean {
	if (typeof value !== 'string') return false;
	try {
		return new RegExp(value, 'u').source !== '';
	} catch {
		return false;
	}
}
