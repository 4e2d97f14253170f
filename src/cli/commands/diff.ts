import { diff as compare } from '../../api/diff.ts';
import { keysOf } from '../../core/keys.ts';
import { formats, renderReport } from '../../diff/formats/index.ts';
import { comparedSides } from '../../diff/formats/summary.ts';
import { defineCommand } from '../command.ts';

/** Exit code when the two sides do not mean the same. */
const DIFFERENT = 1;

export const diff = defineCommand({
	usage: 'diff [before] [after]',
	describe:
		'Compare versioned SQL by what it means. Both sides are git refs, folders or .sql files; HEAD and the work tree when they are left out. Layout, comments, the case of key words and redundant quotes are no difference. Ends with 0 when both sides mean the same, and with 1 when they do not.',
	options: {
		format: {
			type: 'string',
			describe: 'How the differences are printed',
			default: 'text',
			oneOf: keysOf(formats),
		},
	},
	examples: [
		'diff',
		'diff main HEAD',
		'diff origin/main --format markdown',
		'diff old/migrations new/migrations --dialect mysql',
		'diff before.sql after.sql --format unified',
	],

	async run({ args: [before, after], options, io, note }) {
		const { config, dialect, name, x, format } = options;
		const source = { cwd: io.cwd, env: io.env, config, dialect, database: name, x };
		const report = await compare(source, { before, after });
		io.out(await renderReport(report, format, io.page));
		if (format === 'unified') note(comparedSides(report));
		return report.isSame ? 0 : DIFFERENT;
	},
});
