import { diff as compare } from '../../api/diff.ts';
import { keysOf } from '../../core/keys.ts';
import { formats, renderReport } from '../../diff/formats/index.ts';
import { comparedSides } from '../../diff/formats/summary.ts';
import { defineCommand } from '../command.ts';

/** Exit code when the two sides do not mean the same. */
const DIFFERENT = 1;

/** How many files are named. */
const NAMED = 3;

function notBuiltNote(files: readonly string[]): string {
	const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
	return `changed, while their SQL is the same: ${files.slice(0, NAMED).join(', ')}${more}; is \`gen-sql build\` still to come?`;
}

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
		if (report.notBuilt) note(notBuiltNote(report.notBuilt));
		return report.isSame ? 0 : DIFFERENT;
	},
});
