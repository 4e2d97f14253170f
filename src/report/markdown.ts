import { code } from '../core/markdown.ts';
import type { Review } from '../review/finding.ts';
import { byScript, type Script } from './by-script.ts';
import type { Format, ReportContext } from './format.ts';
import { allowedOf, byRisk, detailsOf, nameOf } from './markdown-details.ts';
import { pathFrom } from './place.ts';
import { bySeverity, countsOf, fails, leftOutIn } from './summary.ts';

/**
 * How long a comment may be on GitHub, with some room to spare. In characters.
 *
 * @see https://docs.github.com/en/rest/issues/comments
 */
const MAX_LENGTH = 60_000;

/** How much of that the rows of the table take at most. */
const ROWS_LENGTH = 20_000;

/** How much what is allowed takes at most. */
const ALLOWED_LENGTH = 5_000;

/** For a comment on a pull request: what was reviewed on the first screen, and the findings folded below it. */
export const markdown: Format = (review, context) => {
	const scripts = byScript(review);
	const over = leftOutIn(review);
	const head = `### ${verdict(review, context)}\n${over && `\n${over}.\n`}`;
	if (scripts.length === 0) return head;
	const table = tableOf(scripts, context.root);
	const allowed = allowedOf(review, context.root, ALLOWED_LENGTH);
	const details = detailsOf(scripts, context.root, MAX_LENGTH - head.length - table.length - allowed.length);
	return `${head}${table}${details}${allowed}`.toWellFormed();
};

function verdict({ findings, reviewed }: Review, { failOn }: ReportContext): string {
	if (findings.length === 0 && reviewed.length === 0) return 'Nothing was reviewed';
	const hasFailed = findings.some(({ severity }) => fails(severity, failOn));
	return `Review ${hasFailed ? 'failed' : 'passed'}: ${countsOf(findings)}`;
}

/** A row for each script. When there are too many, those with the least risk are left out. */
function tableOf(scripts: readonly Script[], root: string): string {
	const rows = rowsOf(scripts, root);
	const kept = new Set<Script>();
	let room = ROWS_LENGTH;
	for (const script of byRisk(scripts)) {
		room -= rows.get(script)?.length ?? 0;
		if (room >= 0) kept.add(script);
	}
	const lines = scripts.flatMap((script) => (kept.has(script) ? (rows.get(script) ?? []) : []));
	const left = scripts.length - kept.size;
	const note = left === 0 ? '' : `\nScripts that are not listed: ${left}.\n`;
	return `\n| Revision | Statements | Risk | Findings |\n| --- | ---: | --- | --- |\n${lines.join('')}${note}`;
}

function rowsOf(scripts: readonly Script[], root: string): ReadonlyMap<Script, string> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { revision = '' } of scripts) (seen.has(revision) ? repeated : seen).add(revision);
	return new Map(
		scripts.map((script) => {
			const { file, revision, statements, findings } = script;
			const isOneOfSeveral = revision !== undefined && repeated.has(revision);
			const name = nameOf(script, root, code) + (isOneOfSeveral ? `, ${code(pathFrom(root, file))}` : '');
			const risk = bySeverity(findings)[0]?.severity ?? 'none';
			return [script, `| ${name} | ${statements} | ${risk} | ${countsOf(findings)} |\n`];
		}),
	);
}
