import { byCodePoint } from '../core/keys.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { compareScripts, loneScript } from './compare-scripts.ts';
import { type Differ, loadDiffer } from './differ.ts';
import { withLineFeeds } from './line-feeds.ts';
import { type Facts, pairUnits, parseFacts, type ReadUnit, type UnitPair } from './pair-units.ts';
import type { Change, DiffReport, FileDiff, RevisionDiff, ScriptDiff, SideFacts } from './report.ts';
import type { Side } from './side.ts';
import { type Role, type Unit, unitsOf } from './units.ts';

/** Whatever was done to the bytes of SQL, these leave its meaning as it is. */
const NEUTRAL: ReadonlySet<Change> = new Set(['moved', 'reformatted']);

/**
 * Compare two states of SQL files: revisions with revisions, files of other tools by their paths.
 *
 * @param dialectOf - The dialect of the files at a path.
 * @throws {GenSqlError} what reading the files throws.
 */
export async function compareSides(
	before: Side,
	after: Side,
	dialectOf: (path: string) => Dialect,
): Promise<DiffReport> {
	const [old, now] = [unitsOf(before.files.keys()), unitsOf(after.files.keys())];
	const differing = (units: ReadonlyMap<string, Unit>): readonly Unit[] =>
		[...units.values()].filter(({ stem }) => !hasSameStamps(old.get(stem), now.get(stem), before, after));
	const pairs = pairUnits(await readUnits(before, differing(old)), await readUnits(after, differing(now)));
	const differ = await loadDiffer();
	const revisions: RevisionDiff[] = [];
	for (const pair of pairs) {
		const found = await compareUnits(pair, dialectOf, differ);
		if (found) revisions.push(found);
	}
	return {
		before: factsOf(before),
		after: factsOf(after),
		isSame: revisions.every(({ change }) => NEUTRAL.has(change)),
		counts: counted(revisions, now.size),
		rerendered: revisions.reduce((sum, revision) => sum + rerenderedIn(revision), 0),
		revisions: revisions.sort((a, b) => byCodePoint(a.path, b.path)),
	};
}

const factsOf = ({ label, prefix, file }: Side): SideFacts => ({ label, prefix, ...(file !== undefined && { file }) });

/** Whether git knows that all files of a unit have the same bytes on both sides. */
function hasSameStamps(old: Unit | undefined, now: Unit | undefined, before: Side, after: Side): boolean {
	if (!old || !now || old.files.size !== now.files.size) return false;
	return [...old.files].every(([role, path]) => {
		const stamp = before.files.get(path);
		return stamp !== undefined && now.files.get(role) === path && after.files.get(path) === stamp;
	});
}

async function readUnits(side: Side, units: readonly Unit[]): Promise<readonly ReadUnit[]> {
	const texts = await side.read(units.flatMap(({ files }) => [...files.values()]));
	return units.map((unit) => {
		const own = new Map([...unit.files].map(([role, path]) => [role, texts.get(path) ?? ''] as const));
		return { ...unit, texts: own, facts: parseFacts(own.get('facts')) };
	});
}

function counted(revisions: readonly RevisionDiff[], unitsNow: number): DiffReport['counts'] {
	const of = (change: Change): number => revisions.filter((revision) => revision.change === change).length;
	const removed = of('removed');
	return {
		added: of('added'),
		removed,
		changed: of('changed'),
		moved: of('moved'),
		reformatted: of('reformatted'),
		unchanged: unitsNow - (revisions.length - removed),
	};
}

/** Files that were there before, mean the same, and have other bytes. */
function rerenderedIn({ scripts, others }: RevisionDiff): number {
	const isWritten = ({ before, after }: FileDiff): boolean =>
		before !== undefined && after !== undefined && before.text !== after.text;
	return (
		scripts.filter((script) => NEUTRAL.has(script.change) && isWritten(script)).length + others.filter(isWritten).length
	);
}

/** Both sides of a revision; `undefined` when there is nothing to say. */
async function compareUnits(
	pair: UnitPair,
	dialectOf: (path: string) => Dialect,
	differ: Differ,
): Promise<RevisionDiff | undefined> {
	const { before, after } = pair;
	const [known, unit] = [before ?? after, after ?? before];
	const files = filesOf(before, after);
	if (!known || !unit || files.length === 0) return undefined;
	const dialect = dialectOf(unit.stem);
	const scripts = await scriptsOf(files, pair, dialect, differ);
	return {
		change: changeOf(before, after, scripts),
		path: unit.stem,
		...(known.stem !== unit.stem && { from: known.stem }),
		...namesIn(unit.facts ?? known.facts),
		dialect: dialect.name,
		...parentsOf(before, after),
		scripts,
		others: files.flatMap(({ role, ...file }) => (role === 'facts' ? [file] : [])),
	};
}

/** What its facts call a revision. */
function namesIn(facts: Facts | undefined): Pick<RevisionDiff, 'revision' | 'title'> {
	if (!facts) return {};
	const { revision, title } = facts;
	return title === undefined ? { revision } : { revision, title };
}

async function scriptsOf(
	files: ReturnType<typeof filesOf>,
	{ before, after }: UnitPair,
	dialect: Dialect,
	differ: Differ,
): Promise<readonly ScriptDiff[]> {
	const found: ScriptDiff[] = [];
	for (const { role, ...file } of files) {
		if (role === 'facts') continue;
		const compared =
			before && after
				? await compareScripts(file, dialect, differ)
				: await loneScript(file, (before ?? after)?.facts?.statements?.[role], dialect);
		found.push({ ...(role !== 'script' && { direction: role }), ...compared });
	}
	return found;
}

const ROLES: readonly Role[] = ['up', 'down', 'script', 'facts'];

/** The files that are not the same on both sides. */
const filesOf = (before: ReadUnit | undefined, after: ReadUnit | undefined): readonly (FileDiff & { role: Role })[] =>
	ROLES.flatMap((role) => {
		const [old, now] = [fileOf(before, role), fileOf(after, role)];
		if (!old && !now) return [];
		const isSame = old?.path === now?.path && withLineFeeds(old?.text ?? '') === withLineFeeds(now?.text ?? '');
		return old && now && isSame ? [] : [{ role, ...(old && { before: old }), ...(now && { after: now }) }];
	});

function fileOf(unit: ReadUnit | undefined, role: Role): FileDiff['before'] {
	const [path, text] = [unit?.files.get(role), unit?.texts.get(role)];
	return path === undefined || text === undefined ? undefined : { path, text };
}

/** What happened to the whole is the most that happened to a part. */
function changeOf(before: ReadUnit | undefined, after: ReadUnit | undefined, scripts: readonly ScriptDiff[]): Change {
	if (!before) return 'added';
	if (!after) return 'removed';
	if (scripts.some(({ change }) => !NEUTRAL.has(change))) return 'changed';
	const isMoved = before.stem !== after.stem;
	return isMoved && scripts.every(({ change }) => change === 'moved') ? 'moved' : 'reformatted';
}

function parentsOf(before: ReadUnit | undefined, after: ReadUnit | undefined): Pick<RevisionDiff, 'parents'> {
	const [old, now] = [before?.facts?.parents, after?.facts?.parents];
	return old && now && old.join() !== now.join() ? { parents: { before: old, after: now } } : {};
}
