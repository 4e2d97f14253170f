/**
 * `npm run test:alembic:graphs [-- COUNT]`: random graphs and arguments, answered by Alembic and by gen-sql. What
 * Alembic answers, gen-sql must answer in the same way: the same revisions in the same order, and the same rows after
 * each. Alembic is the one of `npm run test:alembic`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { isGenSqlError } from '../../src/core/error.ts';
import { buildGraph } from '../../src/revisions/build-graph.ts';
import type { RevisionGraph } from '../../src/revisions/graph.ts';
import { resolveHistory } from '../../src/revisions/history.ts';
import { resolveRange, resolveRevisions } from '../../src/revisions/range.ts';
import type { Revision } from '../../src/revisions/revision.ts';
import { resolveStamp } from '../../src/revisions/stamp.ts';
import { VersionRows } from '../../src/revisions/version-rows.ts';
import { dags } from '../support/dags.ts';
import { fc } from '../support/property.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const python = process.env['ALEMBIC_PYTHON'] ?? fileURLToPath(new URL('../../bench/.venv/bin/python', import.meta.url));

type Kind = 'upgrade' | 'downgrade' | 'names' | 'history' | 'stamp';
type Question = readonly [kind: Kind, start: readonly string[], text: string];
type Outcome = Answer | { readonly error: string };
type Answer = { readonly revisions: readonly string[]; readonly rows: readonly (readonly string[])[] };

interface Case {
	readonly revisions: readonly Revision[];
	readonly questions: readonly Question[];
}

/** Two revisions get a label. */
const labelled = (revisions: readonly Revision[], at: number): readonly Revision[] =>
	revisions.map((one, index) => {
		if (index === at % revisions.length) return { ...one, branchLabels: ['left'] };
		return index === (at * 7 + 3) % revisions.length ? { ...one, branchLabels: ['right'] } : one;
	});

const cases = (): fc.Arbitrary<Case> =>
	fc.tuple(dags(), fc.nat(11), fc.infiniteStream(fc.nat(1000))).map(([bare, at, stream]) => {
		const revisions = labelled(bare, at);
		const graph = buildGraph(revisions);
		const id = (): string => revisions[Number(stream.next().value) % revisions.length]?.id ?? '';
		const forms = (a: string, b: string): readonly string[] => [
			...[
				a,
				'heads',
				'head',
				'base',
				'left',
				'righ',
				'left@head',
				'right@heads',
				`left@${a}`,
				`${a}@head`,
				`${a}@${b}`,
			],
			...['left@base', '+1', '+2', '-1', '-2', `${a}+1`, `${a}-1`, `${a}+2`, 'base+1', 'base+2', 'head-1', 'head-2'],
			...['left@+1', 'left@+2', 'right@-1', 'right@-2', `left@${a}+1`, `left@${a}-1`, 'left@head-1', 'left@base+1'],
		];
		const starts = [[], graph.realHeads, [id()], [id()]];
		const questions = starts.flatMap((start): readonly Question[] => [
			...forms(id(), id()).flatMap((text): readonly Question[] => [
				['upgrade', start, text],
				['downgrade', start, text],
				['stamp', start, text],
			]),
		]);
		const texts = forms(id(), id());
		const ranges = texts.flatMap((text) => [`${id()}:${text}`, `${text}:`, `:${text}`, `${text}:${id()}`]);
		return {
			revisions,
			questions: [
				...questions,
				...texts.map((text): Question => ['names', [], text]),
				...ranges.map((text): Question => ['history', [], text]),
			],
		};
	});

function ours(graph: RevisionGraph, [kind, start, text]: Question): Outcome {
	try {
		if (kind === 'names') return { revisions: [...resolveRevisions(graph, text)].sort(), rows: [] };
		if (kind === 'history') return { revisions: resolveHistory(graph, text), rows: [] };
		if (kind === 'stamp') return stampRows(graph, start, text);
		const range = resolveRange(graph, kind, `${start.length === 0 ? 'base' : start.join(',')}:${text}`);
		const rows = new VersionRows(graph, range.start);
		return {
			revisions: range.revisions,
			rows: range.revisions.map((id) => {
				rows[kind](id);
				return [...rows.rows].sort();
			}),
		};
	} catch (error) {
		if (isGenSqlError(error)) return { error: `${error.code}: ${error.message}` };
		throw error;
	}
}

/** Steps are counted from the heads, as they are without a start. */
function stampRows(graph: RevisionGraph, start: readonly string[], text: string): Answer {
	const ids = resolveRevisions(graph, text);
	const target = ids.length === 0 ? text : ids.join(',');
	const { steps, end } = resolveStamp(graph, [`${start.length === 0 ? 'base' : start.join(',')}:${target}`]);
	return { revisions: [], rows: steps.length === 0 ? [] : [end] };
}

function theirs(all: readonly Case[]): readonly (readonly Outcome[])[] {
	const input = JSON.stringify(all);
	const { status, stdout, stderr } = spawnSync(python, [`${here}graphs.py`], {
		input,
		encoding: 'utf8',
		maxBuffer: 1e9,
	});
	if (status !== 0) throw new Error(`graphs.py ended with ${status}: ${stderr}`);
	return JSON.parse(stdout) as ReturnType<typeof theirs>;
}

const NONE: Outcome = { error: 'no answer' };

/** What makes an answer of Alembic's one that gen-sql does not give. */
const ON_PURPOSE: readonly {
	readonly title: string;
	fits(question: Question, own: Outcome, other: Answer, areRows: boolean): boolean;
}[] = [
	{
		title: 'nothing runs, and gen-sql says why',
		fits: (_, own, other) => 'error' in own && other.revisions.length === 0,
	},
	{
		title: 'steps down from several rows: Alembic warns, and takes the first',
		fits: (_, own) => 'error' in own && own.error.startsWith('REVISION_AMBIGUOUS'),
	},
	{
		title: 'an upgrade to a revision beside the start, with no branch named',
		fits: ([kind], own) => kind === 'upgrade' && 'error' in own && own.error.includes('do not lie on one line'),
	},
	{
		title: 'a revision that is not on the branch before its @: Alembic does not look',
		fits: (_, own) => 'error' in own && /on the branch|no branch/.test(own.error),
	},
	{
		title: 'more steps than there are: a listing of Alembic ends there',
		fits: ([kind], own) => /history|names/.test(kind) && 'error' in own && own.error.includes('goes too far'),
	},
	{
		title: 'steps down a branch that others depend on: Alembic finds no head there',
		fits: ([kind, , text], _, other) => kind === 'names' && /@-/.test(text) && other.revisions.length === 0,
	},
	{
		title: 'a stamp on a branch: Alembic also takes the rows away that depend on its first revision, or that it needs',
		fits: ([kind, , text]) => kind === 'stamp' && text.includes('@'),
	},
	{
		title: 'a history that starts on a branch and ends beside it: Alembic goes by labels',
		fits: ([kind, , text]) =>
			kind === 'history' && /^[^:]*@/.test(text) && !/^(?:left|right)@base:(?:heads?)?$/.test(text),
	},
	{
		title: 'a history without revisions that lie between: Alembic orders by them',
		fits: ([kind], own, other) => kind === 'history' && sameSet(own, other),
	},
	{
		title: 'steps down a branch: Alembic takes back more of it than the steps lead over',
		fits: ([kind, , text], own, other) => {
			const isBranch = kind === 'downgrade' && /@-/.test(text);
			return (
				isBranch &&
				'revisions' in own &&
				own.revisions.length < other.revisions.length &&
				own.revisions.every((id) => other.revisions.includes(id))
			);
		},
	},
	{
		title: 'Alembic keeps a row for a revision that another row includes',
		fits: (_, own, other, areRows) =>
			!areRows && 'revisions' in own && isDeepStrictEqual(own.revisions, other.revisions),
	},
];

const sameSet = (own: Outcome, other: Answer): boolean =>
	'revisions' in own &&
	!isDeepStrictEqual(own.revisions, other.revisions) &&
	isDeepStrictEqual([...own.revisions].sort(), [...other.revisions].sort());

/** Undefined when both say the same, or Alembic refuses. */
function difference(graph: RevisionGraph, question: Question, own: Outcome, other: Outcome): string | undefined {
	if ('error' in other || isDeepStrictEqual(own, other)) return undefined;
	const areRows = other.rows.every((state) => isDeepStrictEqual(graph.rows(state), state));
	const purpose = ON_PURPOSE.find(({ fits }) => fits(question, own, other, areRows));
	return purpose?.title ?? JSON.stringify({ question, 'gen-sql': own, Alembic: other });
}

function main(count: number): number {
	if (!existsSync(python)) {
		console.log(`skipped: there is no ${python}; \`npm run bench\` installs Alembic`);
		return 0;
	}
	const all = fc.sample(cases(), count);
	const answers = theirs(all);
	const same = { answered: 0, refused: 0 };
	const differences = new Map<string, number>();
	const failures: string[] = [];
	const compare = (graph: RevisionGraph, question: Question, other: Outcome): void => {
		const found = difference(graph, question, ours(graph, question), other);
		if (found === undefined) same['error' in other ? 'refused' : 'answered']++;
		else if (found.startsWith('{')) failures.push(`${found}\n  in ${shown([...graph.nodes.values()])}`);
		else differences.set(found, (differences.get(found) ?? 0) + 1);
	};
	all.forEach(({ revisions, questions }, index) => {
		const graph = buildGraph(revisions);
		for (const [at, question] of questions.entries()) compare(graph, question, answers[index]?.[at] ?? NONE);
	});
	for (const failure of failures.slice(0, 5)) console.log(`FAIL ${failure}`);
	console.log(`${all.length} graphs: ${same.answered} answers are the same, ${same.refused} refused by Alembic`);
	for (const { title } of ON_PURPOSE) console.log(`differs on purpose, ${differences.get(title) ?? 0}: ${title}`);
	console.log(`${failures.length} failed`);
	return failures.length === 0 && same.answered > 0 ? 0 : 1;
}

const shown = (revisions: readonly Revision[]): string =>
	JSON.stringify(
		revisions.map(({ id, downRevisions, dependsOn, branchLabels }) => ({ id, downRevisions, dependsOn, branchLabels })),
	);

process.exitCode = main(Number(process.argv[2] ?? 200));
