import type { GenSqlError } from '../core/error.ts';
import type { Check } from './check.ts';

export const rendering: Check = {
	name: 'rendering',
	about: 'Every revision can be rendered alone, there and back. Not looked at with `--graph-only`.',
	finds: [
		{
			code: 'REVISION_THREW',
			cause: 'The code of a revision, or of a file that it imports, threw an error.',
			cure: 'Repair the line that the message names. A revision cannot ask a database.',
		},
		{
			code: 'ARGUMENT_INVALID',
			cause: 'A call has an argument that is not accepted, or that no server would take.',
			cure: 'See [the page of the operation](ops/README.md). [errors.md](errors.md) lists the other codes.',
		},
		{
			code: 'OPERATION_UNSUPPORTED',
			cause: 'The dialect has no words for an operation or an option.',
			cure: 'Say it in another way; [dialects.md](dialects.md) tells what each dialect has.',
		},
		{
			code: 'OPERATION_IRREVERSIBLE',
			cause: "`downgrade = 'auto'`, and what undoes a call is not known.",
			cure: 'Give the call what was there before as `was`, write the downgrade, or say that there is no way back.',
		},
	],

	begin({ options }) {
		if (options.graphOnly) return undefined;
		const found: GenSqlError[] = [];
		return {
			unrendered: (_, problems) => void found.push(...problems),
			end: () => found,
		};
	},
};
