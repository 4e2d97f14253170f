/**
 * `npm run bench [-- SIZE…]`: whole processes of gen-sql and of Alembic, in turn in one run, five rounds, medians.
 *
 * Alembic is installed into bench/.venv; without pip its columns stay empty. Sizes default to 10, 1000 and 10000.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchmark, bin, here, type Measure, measure, ROUNDS, type Subject, work } from './measure.ts';
import { alembicProject, branched, genSqlProject } from './projects.ts';

const ALEMBIC = ['alembic==1.20.1', 'sqlalchemy==2.1.9'];
const venv = join(here, '.venv');
const alembic = join(venv, 'bin/alembic');

function installAlembic(): boolean {
	if (existsSync(alembic)) return true;
	const made = spawnSync('python3', ['-m', 'venv', venv]).status === 0;
	return made && spawnSync(join(venv, 'bin/pip'), ['install', '-q', ...ALEMBIC], { stdio: 'inherit' }).status === 0;
}

/** The ratios that `upgrade` may have, with an empty cache and a filled one. */
const targets = (count: number) => (count < 1000 ? { cold: 0.4, warm: 0.4 } : { cold: 0.4, warm: 0.25 });

const COMMANDS = [['upgrade', 'base:head'], ['heads'], ['history']] as const;

function subjects(count: number, hasAlembic: boolean): readonly Subject[] {
	const ours = genSqlProject(work, count);
	const cache = join(ours, 'node_modules/.cache');
	const prepared = join(work, `floor-${count}.json`);
	const folder = join(ours, 'revisions');
	measure(join(here, '..'), ['node', join(here, 'floor.js'), 'transform', folder, prepared]);
	const gensql = (...args: readonly string[]): Measure => measure(ours, ['node', bin, ...args]);
	const theirs = hasAlembic ? alembicProject(work, count) : '';
	// The first run of Alembic writes its .pyc files, as the first run of gen-sql writes its cache.
	if (hasAlembic) measure(theirs, [alembic, 'heads']);
	const peer = (...args: readonly string[]): Measure => measure(theirs, [alembic, ...args]);
	return [
		...(hasAlembic
			? COMMANDS.map(([command, ...args]) => ({
					label: `alembic ${command}`,
					run: () => peer(command, ...args, ...(command === 'upgrade' ? ['--sql'] : [])),
				}))
			: []),
		...COMMANDS.flatMap(([command, ...args]): readonly Subject[] => [
			{
				label: `gen-sql ${command}, cold`,
				against: `alembic ${command}`,
				...(command === 'upgrade' && { target: targets(count).cold }),
				run: () => {
					rmSync(cache, { recursive: true, force: true });
					return gensql(command, ...args);
				},
			},
			{
				label: `gen-sql ${command}, warm`,
				against: `alembic ${command}`,
				...(command === 'upgrade' && { target: targets(count).warm }),
				...(command === 'heads' && count >= 10_000 && { target: 0.15 }),
				run: () => gensql(command, ...args),
			},
		]),
		{
			label: 'bare Node: read and evaluate',
			run: () => measure(ours, ['node', join(here, 'floor.js'), 'run', folder, prepared]),
		},
	];
}

/** What renders every revision alone, there and back, in a project that is built and has released all of them. */
function buildSubjects(count: number): readonly Subject[] {
	const folder = genSqlProject(join(work, 'build'), count);
	const gensql = (...args: readonly string[]): Measure => measure(folder, ['node', bin, ...args]);
	const upgrade = 'gen-sql upgrade, warm';
	const check = 'gen-sql build --check, warm';
	gensql('build');
	const unreleased = gensql('check');
	gensql('release', 'v1');
	console.log(`\`gen-sql check\` before the release: ${unreleased.seconds.toFixed(3)} s, once\n`);
	return [
		{ label: upgrade, run: () => gensql('upgrade', 'base:head') },
		{
			label: 'gen-sql build, nothing built yet',
			against: upgrade,
			run: () => {
				rmSync(join(folder, 'out/main'), { recursive: true });
				return gensql('build');
			},
		},
		{ label: check, against: upgrade, target: 1.5, run: () => gensql('build', '--check') },
		{ label: 'gen-sql check, warm', against: check, target: 1.3, run: () => gensql('check') },
	];
}

/** What only looks at the graph, where lines part and merge, against Alembic's `heads`. */
function graphSubjects(count: number, hasAlembic: boolean): readonly Subject[] {
	const ours = genSqlProject(work, count, branched);
	const theirs = hasAlembic ? alembicProject(work, count, branched) : '';
	if (hasAlembic) measure(theirs, [alembic, 'heads']);
	measure(ours, ['node', bin, 'heads']);
	const commands = [['heads'], ['history', '-r-3:heads'], ['check', '--graph-only'], ['history']] as const;
	return [
		...(hasAlembic ? [{ label: 'alembic heads', run: () => measure(theirs, [alembic, 'heads']) }] : []),
		...commands.map((args) => ({
			label: `gen-sql ${args.join(' ')}, warm`,
			against: 'alembic heads',
			...(args.join(' ') !== 'history' && { target: 0.3 }),
			run: () => measure(ours, ['node', bin, ...args]),
		})),
	];
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 1000, 10000];
const hasAlembic = installAlembic();
if (!hasAlembic) console.log('Alembic cannot be installed here (python3 -m venv, pip): its lines are left out.\n');

console.log(
	`Node ${process.version}, ${ROUNDS} rounds, medians of whole processes${hasAlembic ? `, ${ALEMBIC.join(', ')}` : ''}\n`,
);
console.log('## Start-up\n');
benchmark([
	{ label: 'node -e 0', run: () => measure(work, ['node', '-e', '0']) },
	{
		label: 'gen-sql --version',
		against: 'node -e 0',
		target: 1.5,
		run: () => measure(work, ['node', bin, '--version']),
	},
]);
const upgrades: (readonly [size: number, seconds: number])[] = [];
for (const size of sizes) {
	console.log(`\n## ${size} revisions\n`);
	upgrades.push([size, benchmark(subjects(size, hasAlembic)).get('gen-sql upgrade, warm')?.seconds ?? Number.NaN]);
}
for (const size of sizes) {
	console.log(`\n## ${size} revisions, built and released\n`);
	benchmark(buildSubjects(size));
}
for (const size of sizes) {
	console.log(`\n## ${size} revisions with branches and merges\n`);
	benchmark(graphSubjects(size, hasAlembic));
}
const [[small, before] = [0, 0], [large, after] = [0, 0]] = upgrades.slice(-2);
if (large > small) {
	const [work, time] = [large / small, after / before];
	console.log(
		`\nFrom ${small} to ${large} revisions (${work} ×) the time of \`upgrade\`, warm, grows ${time.toFixed(1)} ×.`,
	);
}
