import { code, fenced, plain } from '../core/markdown.ts';
import { type Finding, LEVELS, type Review } from '../review/finding.ts';
import type { Script } from './by-script.ts';
import { pathFrom, placeOf } from './place.ts';
import { allowance, bySeverity, countsOf, explanation, shown } from './summary.ts';

/** How much is kept for the sentence about what is left out. */
const NOTE_LENGTH = 100;

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

/** The findings of each script, folded. Of those that have no room the severities are counted. */
export function detailsOf(scripts: readonly Script[], root: string, room: number): string {
	const frames = new Map(scripts.map((script) => [script, frameOf(script, root)]));
	const texts = withRoom(scripts, frames, root, room - NOTE_LENGTH);
	const blocks = scripts.map((script) => {
		const own = bySeverity(script.findings).flatMap((finding) => texts.get(finding) ?? []);
		return own.length === 0 ? '' : `${frames.get(script) ?? ''}${own.join('')}${END}`;
	});
	const rest = scripts.flatMap(({ findings }) => findings.filter((finding) => !texts.has(finding)));
	return blocks.join('') + (rest.length === 0 ? '' : `\nFindings that are not shown: ${countsOf(rest)}.\n`);
}

/** What comments allow, folded; as much as there is room for. */
export function allowedOf({ waived = [] }: Review, root: string, room: number): string {
	if (waived.length === 0) return '';
	const lines = waived.map((finding) => {
		const { file, line } = placeOf(finding);
		return `- ${code(finding.rule)} at ${code(`${pathFrom(root, file)}:${line}`)}: ${plain(allowance(finding))}\n`;
	});
	let left = room - NOTE_LENGTH;
	const kept = lines.filter((each) => {
		left -= each.length;
		return left >= 0;
	});
	const rest = lines.length - kept.length;
	const note = rest === 0 ? '' : `\nAllowed findings that are not shown: ${rest}.\n`;
	return `\n<details>\n<summary>Allowed: ${waived.length}</summary>\n\n${kept.join('')}${note}${END}`;
}

/** The texts of as many findings as have room together, the most severe first. */
function withRoom(
	scripts: readonly Script[],
	frames: ReadonlyMap<Script, string>,
	root: string,
	room: number,
): ReadonlyMap<Finding, string> {
	const owners = new Map(scripts.flatMap((script) => script.findings.map((finding) => [finding, script] as const)));
	const framed = new Set<Script | undefined>();
	const texts = new Map<Finding, string>();
	let left = room;
	for (const finding of bySeverity([...owners.keys()])) {
		const script = owners.get(finding);
		const text = textOf(finding, root);
		const frame = framed.has(script) || !script ? 0 : (frames.get(script)?.length ?? 0) + END.length;
		if (text.length + frame > left) continue;
		left -= text.length + frame;
		framed.add(script);
		texts.set(finding, text);
	}
	return texts;
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
