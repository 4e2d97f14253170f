import { code, plain } from '../core/markdown.ts';
import type { RelationFacts } from '../dialects/facts.ts';
import { durationOf } from '../dialects/lock-words.ts';
import type { Review } from '../review/finding.ts';
import { byScript, type Script } from './by-script.ts';
import type { Format, ReportContext } from './format.ts';
import { heaviestIn, operationsOf, transactionsOf } from './locks.ts';
import { allowedOf, byRisk, detailsOf, nameOf } from './markdown-details.ts';
import { pathFrom } from './place.ts';
import { bySeverity, comparedWith, countsOf, fails, leftOutIn, shown } from './summary.ts';

/**
 * How long a comment may be on GitHub, with some room to spare. In characters.
 *
 * @see https://docs.github.com/en/rest/issues/comments
 */
const MAX_LENGTH = 60_000;

/** How many lines around what differs are shown, where there is room. */
const CONTEXT_LINES = 3;

/** How much of that the rows of the table take at most. */
const ROWS_LENGTH = 20_000;

/** How much what is allowed takes at most. */
const ALLOWED_LENGTH = 5_000;

/** Where lines around what differs have no room. */
const NO_CONTEXT = '\nLines around what differs are not shown.\n';

/** For a comment on a pull request: what was reviewed on the first screen, and the details folded below it. */
export const markdown: Format = (review, context) => {
	const { against } = review;
	const since = against ? `\n${plain(comparedWith(against))}\n` : '';
	const over = leftOutIn(review);
	const head = `${markOf(context)}\n### ${verdict(review, context)}\n${since}${over && `\n${over}.\n`}`;
	const scripts = byScript(review).filter(hasNews);
	const allowed = allowedOf(review, context.root, ALLOWED_LENGTH);
	if (scripts.length === 0) return `${head}${allowed}`.toWellFormed();
	const table = tableOf(scripts, context.root);
	const room = MAX_LENGTH - head.length - table.length - allowed.length;
	return `${head}${table}${withinRoom(scripts, context, room)}${allowed}`.toWellFormed();
};

/** What is not seen, and by which the comment is found again that is to be changed. */
const markOf = ({ database }: ReportContext): string =>
	`<!-- gen-sql review${database === undefined ? '' : ` ${database.replaceAll(/[^\w.]/g, '_')}`} -->`;

/** Whether there is anything new to say of a script. */
const hasNews = ({ changed, changes, findings }: Script): boolean =>
	changed !== 0 || findings.length > 0 || (changes?.length ?? 0) > 0;

/** The details; without lines around what differs, where they would leave too little room for the rest. */
function withinRoom(scripts: readonly Script[], { root, differ }: ReportContext, room: number): string {
	const full = detailsOf(scripts, { root, differ, context: CONTEXT_LINES }, room);
	if (full.isWhole || !differ) return full.text;
	return detailsOf(scripts, { root, differ, context: 0 }, room - NO_CONTEXT.length).text + NO_CONTEXT;
}

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
	return `${HEAD}${lines.join('')}${note}`;
}

const HEAD = `
| Revision | Operations | Risk | Strongest lock | Reversible | Transaction |
| --- | --- | --- | --- | --- | --- |
`;

function rowsOf(scripts: readonly Script[], root: string): ReadonlyMap<Script, string> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { revision = '' } of scripts) (seen.has(revision) ? repeated : seen).add(revision);
	return new Map(
		scripts.map((script) => {
			const { file, revision, findings, isNew } = script;
			const isOneOfSeveral = revision !== undefined && repeated.has(revision);
			const name = nameOf(script, root, code) + (isOneOfSeveral ? `, ${code(pathFrom(root, file))}` : '');
			// Somewhere a revision of the ref has run already.
			const state = isNew === false ? ', **changed**' : '';
			const cells = [
				name + state,
				plain(operationsOf(script)),
				bySeverity(findings)[0]?.severity ?? 'none',
				heaviestIn(script).map(lockOf).join('; ') || 'none',
				reversibleWord(script),
				transactionsOf(script),
			];
			return [script, `| ${cells.join(' | ')} |\n`];
		}),
	);
}

/** ``ACCESS EXCLUSIVE on `public.user`, rewrite`` */
const lockOf = (relation: RelationFacts): string =>
	`${relation.lock} on ${code(shown(relation.name))}, ${durationOf(relation)}`;

function reversibleWord({ isReversible }: Script): string {
	if (isReversible === undefined) return '';
	return isReversible ? 'yes' : '**no**';
}
