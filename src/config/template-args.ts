import { GenSqlError } from '../core/error.ts';

/** The variables that the template of revisions has anyway, and the words that its helpers take. */
export const REVISION_VARIABLES = [
	'message',
	'upRevision',
	'parents',
	'downRevision',
	'branchLabels',
	'dependsOn',
	'createDate',
	'imports',
	'upgrades',
	'downgrades',
] as const;

const HELPERS = ['comment', 'literal', 'comma', 'each', 'else', 'if', 'log', 'lookup', 'this', 'unless', 'with'];

/** @throws {GenSqlError} CONFIG_INVALID when one would hide, or be hidden by, what the template has. */
export function checkTemplateArgs(args: Readonly<Record<string, unknown>>): void {
	const taken: readonly string[] = [...REVISION_VARIABLES, ...HELPERS];
	const clash = Object.keys(args).find((name) => taken.includes(name));
	if (clash === undefined) return;
	throw new GenSqlError('CONFIG_INVALID', `templateArgs.${clash} has the name of what every template has`, {
		hint: 'choose another name',
	});
}
