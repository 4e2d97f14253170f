import { code, fenced, plain } from '../core/markdown.ts';
import type { Differ } from '../diff/differ.ts';
import { statementBlock } from '../diff/formats/markdown.ts';
import type { StatementDiff } from '../diff/report.ts';
import { type Finding, LEVELS, type ReviewedStatement } from '../review/finding.ts';
import type { Script } from './by-script.ts';
import { isInstant, LOCKS_HEAD, lockRows } from './lock-rows.ts';
import { pathFrom } from './place.ts';
import { bySeverity, countsOf, explanation, shown } from './summary.ts';

/** How much is kept for the sentences about what is left out. */
const NOTE_LENGTH = 300;

/** How much of a statement is shown. */
const STATEMENT_LENGTH = 2000;

/** Scripts by their most severe finding; those of one severity keep their order. */
export function byRisk(scripts: readonly Script[]): readonly Script[] {
	const risk = ({ findings }: Script): number => {
		const [worst] = bySeverity(findings);
		return worst ? LEVELS.indexOf(worst.severity) : LEVELS.length;
	};
	const risks = new Map(scripts.map((script) => [script, risk(script)]));
	return scripts.toSorted((a, b) => (risks.get(a) ?? 0) - (risks.get(b) ?? 0));
}

/** The id and title of a revision, else the path of the script. */
export function nameOf({ revision, title, file }: Script, root: string, quoted: (text: string) => string): string {
	if (revision === undefined) return quoted(pathFrom(root, file));
	return title === undefined ? quoted(revision) : `${quoted(revision)} ${plain(title)}`;
}

/** Something that is told of a script: a finding, the locks of a statement, or what differs in one. */
interface Piece {
	readonly script: Script;
	readonly kind: 'finding' | 'locks' | 'change';
	readonly about: Finding | ReviewedStatement | StatementDiff;
	readonly text: string;
}

/** What is shown, and how. */
export interface Shown {
	readonly root: string;
	readonly differ: Differ | undefined;
	/** How many lines around what differs. */
	readonly context: number;
}

/** What is told of scripts, and whether that is all. */
export interface Details {
	readonly text: string;
	readonly isWhole: boolean;
}

/** What differs, the findings and the locks of each script, folded. What has no room is counted. */
export function detailsOf(scripts: readonly Script[], how: Shown, room: number): Details {
	const frames = new Map(scripts.map((script) => [script, frameOf(script, how.root)]));
	const pieces = piecesOf(scripts, how);
	const texts = withRoom(pieces, frames, room - NOTE_LENGTH);
	const textsFor = (all: readonly Piece['about'][]): readonly string[] =>
		all.flatMap((about) => texts.get(about) ?? []);
	const blocks = scripts.map((script) => {
		const rows = textsFor(script.locks);
		const table = rows.length === 0 ? [] : [LOCKS_HEAD, ...rows];
		const own = [...textsFor(script.changes ?? []), ...textsFor(bySeverity(script.findings)), ...table];
		return own.length === 0 ? '' : `${frames.get(script) ?? ''}${own.join('')}${END}`;
	});
	const isWhole = texts.size === pieces.length;
	return { text: blocks.join('') + (isWhole ? '' : noteOf(scripts, pieces, texts)), isWhole };
}

/** What has room first stands first: findings by severity, work that takes time, what differs, other locks. */
function piecesOf(scripts: readonly Script[], how: Shown): readonly Piece[] {
	const owners = new Map(scripts.flatMap((script) => script.findings.map((finding) => [finding, script] as const)));
	const findings = bySeverity([...owners.keys()]).flatMap((about): readonly Piece[] => {
		const script = owners.get(about);
		return script ? [{ script, kind: 'finding', about, text: textOf(about, how.root) }] : [];
	});
	const sorted = byRisk(scripts);
	const locksThat = (fits: (statement: ReviewedStatement) => boolean): readonly Piece[] =>
		sorted.flatMap((script) =>
			script.locks
				.filter((about) => about.relations.length > 0 && fits(about))
				.map((about) => ({ script, kind: 'locks', about, text: lockRows(about) })),
		);
	const isSlow = (statement: ReviewedStatement): boolean => !isInstant(statement);
	return [
		...findings,
		...locksThat(isSlow),
		...sorted.flatMap((each) => changesOf(each, how)),
		...locksThat(isInstant),
	];
}

function changesOf(script: Script, { differ, context }: Shown): readonly Piece[] {
	if (!differ) return [];
	return (script.changes ?? []).map((about) => ({
		script,
		kind: 'change',
		about,
		text: statementBlock(about, differ, { context }),
	}));
}

/** The texts of as many pieces as have room together. */
function withRoom(
	pieces: readonly Piece[],
	frames: ReadonlyMap<Script, string>,
	room: number,
): ReadonlyMap<Piece['about'], string> {
	const framed = new Set<Script>();
	const tabled = new Set<Script>();
	const texts = new Map<Piece['about'], string>();
	let left = room;
	for (const { script, kind, about, text } of pieces) {
		const frame = framed.has(script) ? 0 : (frames.get(script)?.length ?? 0) + END.length;
		const head = kind === 'locks' && !tabled.has(script) ? LOCKS_HEAD.length : 0;
		if (text.length + frame + head > left) continue;
		left -= text.length + frame + head;
		framed.add(script);
		if (kind === 'locks') tabled.add(script);
		texts.set(about, text);
	}
	return texts;
}

/** What is not there. */
function noteOf(
	scripts: readonly Script[],
	pieces: readonly Piece[],
	texts: ReadonlyMap<Piece['about'], string>,
): string {
	const findings = scripts.flatMap((script) => script.findings.filter((finding) => !texts.has(finding)));
	const left = (wanted: Piece['kind']): number =>
		pieces.filter(({ kind, about }) => kind === wanted && !texts.has(about)).length;
	const [changes, locks] = [left('change'), left('locks')];
	return [
		...(findings.length > 0 ? [`\nFindings that are not shown: ${countsOf(findings)}.\n`] : []),
		...(changes > 0 ? [`\nStatements that differ and are not shown: ${changes}.\n`] : []),
		...(locks > 0 ? [`\nStatements whose locks are not shown: ${locks}.\n`] : []),
	].join('');
}

const END = '\n</details>\n';

function frameOf(script: Script, root: string): string {
	const name = nameOf(script, root, (text) => `<code>${plain(text)}</code>`);
	return `\n<details>\n<summary>${name}: ${countsOf(script.findings)}</summary>\n`;
}

function textOf(finding: Finding, root: string): string {
	const { severity, rule, source, sql, statement, instead } = finding;
	const places = [...(source ? [source] : []), sql].map(({ file, line }) => code(`${pathFrom(root, file)}:${line}`));
	return [
		`**${severity}** ${code(rule)} at ${places.join(', ')}`,
		plain(explanation(finding)),
		fenced('sql', beginning(shown(statement))),
		...(instead === undefined ? [] : ['Instead:', fenced('sql', beginning(shown(instead)))]),
	]
		.map((block) => `\n${block}\n`)
		.join('');
}

/** As much of a statement as is shown, in whole lines where it has several. */
function beginning(text: string): string {
	if (text.length <= STATEMENT_LENGTH) return text;
	const start = text.slice(0, STATEMENT_LENGTH);
	const end = start.lastIndexOf('\n');
	return `${end > 0 ? start.slice(0, end) : start}\n…`;
}
