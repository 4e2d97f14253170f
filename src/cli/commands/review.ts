import type { ProjectSource } from '../../api/open.ts';
import { review as findProblems, type RuleSetting, rulesOfReview } from '../../api/review.ts';
import { GenSqlError } from '../../core/error.ts';
import { keysOf } from '../../core/keys.ts';
import { loadDiffer } from '../../diff/differ.ts';
import { packageVersion, textIfThere } from '../../modules/files.ts';
import { formats, reportParts } from '../../report/index.ts';
import { fails } from '../../report/summary.ts';
import { LEVELS } from '../../review/finding.ts';
import { hintForRule } from '../../review/other-tools.ts';
import type { Rule } from '../../review/rule.ts';
import { rulePage } from '../../review/rule-page.ts';
import { presets } from '../../review/settings.ts';
import { beginLoadingPostgresqlParser } from '../../sql/parse-postgresql.ts';
import { defineCommand } from '../command.ts';
import { withProjectAround } from '../project.ts';
import { givenScripts, scriptOptions } from '../reviewed-scripts.ts';

/** Exit code when something was found that must not ship. */
const FOUND = 1;

export const review = defineCommand({
	usage: 'review [scripts...]',
	describe:
		'Find what is dangerous in scripts: what loses data, breaks clients, blocks traffic, or fails. The scripts are one range of revisions, or .sql files, folders, patterns such as "migrations/**/*.sql", and - for stdin. No server is asked. Ends with 1 when a finding is as severe as --fail-on says.',
	options: {
		format: { type: 'string', describe: 'How the findings are printed', default: 'text', oneOf: keysOf(formats) },
		'fail-on': {
			type: 'string',
			describe: 'The least severity that makes the command end with 1',
			default: 'error',
			oneOf: [...LEVELS, 'never'],
		},
		preset: {
			type: 'string',
			describe: 'How severe the rules are (default review.preset, else recommended)',
			oneOf: keysOf(presets),
		},
		rule: {
			type: 'list',
			describe: 'How severe a rule is, id=error, warning, info or off; or an option of it, id.option=value',
		},
		...scriptOptions,
		against: {
			type: 'string',
			describe: 'A git ref: only statements that are new or mean something else since then are reviewed',
		},
		since: {
			type: 'string',
			describe: 'Review what is newer than this revision: not itself, nor what it goes on from (default review.since)',
		},
		explain: { type: 'string', describe: 'Print the page of a rule and do nothing else' },
	},
	examples: [
		'review base:head',
		'review 1975ea83b712:head --fail-on warning',
		'review "migrations/*.sql" --preset online --rule drop-column=warning',
		'review heads --since 1975ea83b712 --rows event=2e9 --rows flag=12',
		'review deploy.sql --baseline schema.sql --format sarif',
		'review --against origin/main',
		'review --explain drop-column',
	],

	async run({ args, options, io }) {
		const { explain, preset, since, format, against } = options;
		if (explain !== undefined) {
			io.out(await explained(explain, () => withProjectAround(options, io, rulesFor)));
			return 0;
		}
		const scripts = args.flatMap((arg) => arg ?? []);
		if (scripts.length === 0 && (against ?? since) === undefined) {
			throw new GenSqlError('USAGE_INVALID', 'review needs scripts', { hint: 'name a range, files, folders, or -' });
		}
		beginLoadingPostgresqlParser();
		const failOn = options['fail-on'];
		const { found, rules } = await withProjectAround(options, io, async (source) => {
			const known = await rulesFor(source);
			const wanted = { cwd: io.cwd, preset, since, against, rules: ruleSettings(options.rule, known) };
			return { found: await findProblems(source, scripts, { ...wanted, ...givenScripts(options, io) }), rules: known };
		});
		const facts = keysOf(rules).flatMap((id) => (rules[id] ? { id, ...rules[id] } : []));
		const context = {
			root: io.cwd,
			failOn,
			version: packageVersion(),
			rules: facts,
			moduleText: textIfThere,
			page: io.page,
			database: options.name,
			...(found.against && { differ: await loadDiffer() }),
		};
		for (const part of reportParts(found, format, context)) io.out(part);
		return found.findings.some(({ severity }) => fails(severity, failOn)) ? FOUND : 0;
	},
});

/** The rules that are asked, with those of the project. */
const rulesFor = (source: ProjectSource): ReturnType<typeof rulesOfReview> =>
	rulesOfReview('runner' in source ? source : undefined);

/** The page of a rule. The project is asked for those that gen-sql does not have. */
async function explained(id: string, all: () => ReturnType<typeof rulesOfReview>): Promise<string> {
	const shipped = await rulesOfReview();
	const rules = Object.hasOwn(shipped, id) ? shipped : await all();
	const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
	if (rule) return rulePage(id, rule);
	throw new GenSqlError('OPTION_INVALID', `there is no rule "${id}"`, { hint: hintForRule(id, keysOf(rules)) });
}

/** `id=severity` and `id.option=value`, later ones winning. */
function ruleSettings(
	given: readonly string[],
	rules: Readonly<Record<string, Rule>>,
): Readonly<Record<string, RuleSetting>> {
	const settings = new Map<string, RuleSetting>();
	for (const each of given) {
		const [, id = '', option, value = ''] = /^([\w/-]+)(?:\.(\w+))?=(.+)$/.exec(each) ?? [];
		const before = settings.get(id);
		const set =
			option === undefined
				? { severity: severityOf(value, each) }
				: { options: { ...before?.options, [option]: optionValue(value, rules[id]?.options?.[option]) } };
		settings.set(id, { ...before, ...set });
	}
	return Object.fromEntries(settings);
}

function severityOf(value: string, given: string): NonNullable<RuleSetting['severity']> {
	const found = [...LEVELS, 'off' as const].find((level) => level === value);
	if (found) return found;
	throw new GenSqlError('OPTION_INVALID', `--rule cannot be "${given}"`, {
		hint: `write id=severity, of ${LEVELS.join(', ')} or off`,
	});
}

/** A value of the kind that the option has; any other is refused when the rules are asked. */
function optionValue(value: string, usual: number | boolean | string | undefined): number | boolean | string {
	if (typeof usual === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
	return typeof usual === 'number' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}
