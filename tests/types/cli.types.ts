/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */

import { defineCommand } from '../../src/cli/command.ts';
import type { DialectName } from '../../src/dialects/index.ts';

const about = { usage: 'a', describe: 'A.', examples: [] };
const options = {
	format: { type: 'string', describe: '', default: 'text', oneOf: ['text', 'json'] },
	depth: { type: 'string', describe: '' },
	head: { type: 'list', describe: '' },
	verbose: { type: 'boolean', describe: '' },
} as const;

// What compiles: the values are inferred from the options, with the global ones.
defineCommand({
	...about,
	options,
	async run({ options: { format, depth, head, verbose, quiet, dialect }, args: [first = ''] }) {
		const known: readonly ['text' | 'json', string | undefined, readonly string[], boolean, boolean] = [
			format,
			depth,
			head,
			verbose,
			quiet,
		];
		const named: DialectName | undefined = dialect;
		return [known, named, first].length;
	},
});

defineCommand({
	...about,
	options,
	async run({ options: given }) {
		// @ts-expect-error there is no such option
		return given.verbos ? 1 : 0;
	},
});

defineCommand({
	...about,
	options,
	async run({ options: given }) {
		// @ts-expect-error a choice is one of those given
		return given.format === 'yaml' ? 1 : 0;
	},
});

// @ts-expect-error an option has a type
defineCommand({ ...about, options: { depth: { describe: '' } }, run: async () => 0 });

// @ts-expect-error a command ends with a number
defineCommand({ ...about, options, run: async () => 'done' });
