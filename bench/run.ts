/**
 * `npm run bench [-- SIZE…]`: whole processes of gen-sql and of Alembic, in turn in one run, five rounds, medians.
 *
 * Alembic is installed into bench/.venv; without pip its columns stay empty. Sizes default to 10, 1000 and 10000.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alembicProject, genSqlProject } from './projects.ts';

const ALEMBIC = ['alembic==1.20.1', 'sqlalchemy==2.1.9'];
const ROUNDS = 5;

const here = fileURLToPath(new URL('.', import.meta.url));
const work = join(here, '.work');
const venv = join(here, '.venv');
const bin = join(here, '../dist/bin.js');
const alembic = join(venv, 'bin/alembic');
const hasTime = existsSync('/usr/bin/time');

interface Measure {
	readonly seconds: number;
	/** Peak resident memory in megabytes; not a number where it cannot be told. */
	readonly megabytes: number;
}

/** Run one process to its end, its output thrown away. */
function measure(cwd: string, command: readonly string[]): Measure {
	const report = join(work, 'time');
	const [program = '', ...args] = hasTime ? ['/usr/bin/time', '-o', report, '-f', '%M', ...command] : command;
	const nowhere = openSync('/dev/null', 'w');
	const start = process.hrtime.bigint();
	const { status } = spawnSync(program, args, { cwd, stdio: ['ignore', nowhere, nowhere] });
	const seconds = Number(process.hrtime.bigint() - start) / 1e9;
	closeSync(nowhere);
	if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status} in ${cwd}`);
	return { seconds, megabytes: hasTime ? Number(readFileSync(report, 'utf8').trim()) / 1024 : Number.NaN };
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function installAlembic(): boolean {
	if (existsSync(alembic)) return true;
	const made = spawnSync('python3', ['-m', 'venv', venv]).status === 0;
	return made && spawnSync(join(venv, 'bin/pip'), ['install', '-q', ...ALEMBIC], { stdio: 'inherit' }).status === 0;
}

interface Subject {
	readonly label: string;
	/** What its time is compared with: the label of another subject. */
	readonly against?: string;
	run(): Measure;
}

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
			? [
					{ label: 'alembic upgrade', run: () => peer('upgrade', 'base:head', '--sql') },
					{ label: 'alembic heads', run: () => peer('heads') },
					{ label: 'alembic history', run: () => peer('history') },
				]
			: []),
		{
			label: 'gen-sql upgrade, cold',
			against: 'alembic upgrade',
			run: () => {
				rmSync(cache, { recursive: true, force: true });
				return gensql('upgrade', 'base:head');
			},
		},
		{ label: 'gen-sql upgrade, warm', against: 'alembic upgrade', run: () => gensql('upgrade', 'base:head') },
		{ label: 'gen-sql heads, warm', against: 'alembic heads', run: () => gensql('heads') },
		{ label: 'gen-sql history, warm', against: 'alembic history', run: () => gensql('history') },
		{
			label: 'floor: read and evaluate',
			run: () => measure(ours, ['node', join(here, 'floor.js'), 'run', folder, prepared]),
		},
	];
}

function benchmark(all: readonly Subject[]): void {
	const results = new Map(all.map(({ label }) => [label, [] as Measure[]]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { label, run } of all) results.get(label)?.push(run());
	}
	const seconds = (label: string): number => median((results.get(label) ?? []).map((result) => result.seconds));
	console.log('| | median | ratio | peak memory |\n|---|---|---|---|');
	for (const { label, against } of all) {
		const ratio =
			against && results.has(against) ? `${(seconds(label) / seconds(against)).toFixed(2)} × ${against}` : '';
		const memory = median((results.get(label) ?? []).map((result) => result.megabytes));
		console.log(
			`| ${label} | ${seconds(label).toFixed(3)} s | ${ratio} | ${Number.isNaN(memory) ? '' : `${memory.toFixed(0)} MB`} |`,
		);
	}
}

mkdirSync(work, { recursive: true });
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 1000, 10000];
const hasAlembic = installAlembic();
if (!hasAlembic) console.log('Alembic cannot be installed here (python3 -m venv, pip): its lines are left out.\n');

console.log(
	`Node ${process.version}, ${ROUNDS} rounds, medians of whole processes${hasAlembic ? `, ${ALEMBIC.join(', ')}` : ''}\n`,
);
console.log('## Start-up\n');
benchmark([
	{ label: 'node -e 0', run: () => measure(work, ['node', '-e', '0']) },
	{ label: 'gen-sql --version', against: 'node -e 0', run: () => measure(work, ['node', bin, '--version']) },
]);
for (const size of sizes) {
	console.log(`\n## ${size} revisions\n`);
	benchmark(subjects(size, hasAlembic));
}
