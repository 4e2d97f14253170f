import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { build, loadProject, type Project, writeBuild } from '../../src/index.ts';
import { bundledCommand } from '../support/bundle.ts';
import { spawned } from '../support/process.ts';
import { project, revisionText } from '../support/project.ts';
import { AGAIN, fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { isRoot } from '../support/user.ts';

const REVISIONS = 100;
const KILLS = 100;
/** Projects in which builds are killed at the same time. */
const LANES = 2;
const FOLDER = 'out/main/postgresql';

/** Two states of a project: each file of a build is another one in the other. */
const STATES = ['old', 'new'] as const;
type State = (typeof STATES)[number];
/** The new state takes more blocks of a disk. */
const stateFile = (state: State): string => `export const STATE = '${state}'.repeat(${state === 'new' ? 2000 : 1});\n`;

type Files = Readonly<Record<string, string>>;

const filesIn = (root: string): Files =>
	Object.fromEntries(
		readdirSync(join(root, FOLDER))
			.sort()
			.map((name) => [name, readFileSync(join(root, FOLDER, name), 'utf8')]),
	);

const ids = Array.from({ length: REVISIONS }, (_, index) => `r${String(index).padStart(3, '0')}`);
const IMPORT = `import { STATE } from './lib/state.ts';`;
const sources: Files = Object.fromEntries(
	ids.map((id, index) => [
		`revisions/${id}.ts`,
		revisionText(
			id,
			ids[index - 1] ?? null,
			`op.execute(sql\`SELECT ${index}, \${STATE}\`);`,
			`op.execute(sql\`SELECT -${index}, \${STATE}\`);`,
			IMPORT,
		),
	]),
);

/** A project that changes from one state to the other. */
class Lane {
	readonly root = project({
		...sources,
		'gen-sql.config.ts': 'export default {};',
		'revisions/lib/state.ts': stateFile('old'),
		'node_modules/.keep': '',
	});

	readonly #projects = new Map<State, Project>();

	to(state: State): void {
		writeFileSync(join(this.root, 'revisions/lib/state.ts'), stateFile(state));
	}

	/** Build to the end, in this process. */
	async build(state: State): Promise<void> {
		this.to(state);
		await writeBuild((await build(await this.#project(state))).files());
	}

	/** A project has read its modules once: it stays in a state. */
	async #project(state: State): Promise<Project> {
		const known = this.#projects.get(state);
		const loaded = known ?? (await loadProject({ cwd: this.root, env: { GEN_SQL_CACHE: 'off' } }));
		this.#projects.set(state, loaded);
		return loaded;
	}
}

/** Each file is as the one build or the other has it; what else is there is no file of a revision. */
function checkWhole(found: Files, states: readonly Files[]): void {
	const names = Object.keys(states[0] ?? {});
	assert.equal(
		Object.keys(found).filter((name) => !isOurs(name)),
		names,
	);
	for (const name of names)
		assert.ok(
			states.some((files) => files[name] === found[name]),
			`${name} is torn. ${AGAIN}`,
		);
}

/** The name of a file that has not got its own yet. */
const isOurs = (name: string): boolean => /^\.gen-sql-[0-9a-f]{12}\.tmp$/.test(name);

/** How long a process may run before it is killed; resolves when it has ended. */
async function killed(cwd: string, [file = '', ...argv]: readonly string[], delayMs: number): Promise<void> {
	const child = spawn(file, argv, { cwd, env: { PATH: process.env['PATH'] }, stdio: 'ignore' });
	const ended = new Promise((resolve) => child.on('close', resolve));
	await Promise.race([ended, wait(delayMs)]);
	child.kill('SIGKILL');
	await ended;
}

suite('db/kills', (test) => {
	test(`${KILLS} builds that are killed leave each file old or new, and the next one repairs the rest`, async () => {
		const command = [...(await bundledCommand()), '-q', 'build'];
		const first = new Lane();
		const [old, now] = [await built(first, 'old'), await built(first, 'new')];
		const texts: Readonly<Record<State, Files>> = { old, new: now };
		assert.equal(
			Object.keys(old).filter((name) => old[name] === now[name]),
			[],
			'all files change',
		);

		const lanes = await Promise.all(
			Array.from({ length: LANES }, async () => {
				const lane = new Lane();
				cpSync(join(first.root, 'out'), join(lane.root, 'out'), { recursive: true });
				return lane;
			}),
		);
		const durations = await Promise.all(lanes.map((lane) => wholeRun(lane, command)));
		const delays = fc.sample(fc.noBias(fc.nat(Math.round(Math.max(...durations)))), KILLS);
		const killedHalfway = await Promise.all(
			lanes.map((lane, index) =>
				killInTurn(lane, { command, texts, delays: delays.filter((_, each) => each % LANES === index) }),
			),
		);
		const halfway = killedHalfway.reduce((sum, each) => sum + each, 0);
		assert.ok(halfway > 0, `no build was killed while it wrote. ${AGAIN}`);
	});

	test('a build on a full disk leaves each file old or new, and the next one repairs the rest', async () => {
		const lane = new Lane();
		const disk = join(lane.root, 'out');
		mkdirSync(disk);
		const mount = ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk];
		if (!isRoot || spawnSync('mount', mount).status !== 0) {
			process.stderr.write('not tested: a full disk (no right to mount one)\n');
			return;
		}
		try {
			const now = await built(lane, 'new');
			const old = await built(lane, 'old');
			const ballast = join(disk, 'ballast');
			spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k']);
			// Room for some of the files: they are longer now, so that most of them take one block more.
			spawnSync('truncate', ['-s', '-80k', ballast]);
			lane.to('new');
			const { code, stderr } = await spawned(lane.root, [...(await bundledCommand()), 'build']);
			assert.is(code, 5, stderr);
			assert.match(stderr, /error\[FILE_UNWRITABLE\]: cannot write .*: the disk is full$/m);
			const found = filesIn(lane.root);
			checkWhole(found, [old, now]);
			assert.equal(apart(found).ours, []);
			assert.ok(
				Object.keys(now).some((name) => found[name] === now[name]),
				'some are written',
			);
			rmSync(ballast);
			assert.equal(await built(lane, 'new'), now);
		} finally {
			spawnSync('umount', [disk]);
		}
	});
});

interface Kills {
	readonly command: readonly string[];
	readonly texts: Readonly<Record<State, Files>>;
	readonly delays: readonly number[];
}

/** Kill builds from one state to the other and back. Returns how many of them had written some files, and not all. */
async function killInTurn(lane: Lane, { command, texts, delays }: Kills): Promise<number> {
	let halfway = 0;
	for (const [number, delay] of delays.entries()) {
		const [from, to] = number % 2 === 0 ? (['old', 'new'] as const) : (['new', 'old'] as const);
		lane.to(to);
		await killed(lane.root, command, delay);
		const found = filesIn(lane.root);
		checkWhole(found, [texts[from], texts[to]]);
		const states = new Set(Object.entries(texts[to]).map(([name, text]) => found[name] === text));
		if (states.size > 1) halfway++;
		const { others, ours } = apart(await built(lane, to));
		assert.equal(others, texts[to], AGAIN);
		assert.ok(ours.length <= 1, 'one file at most has not got its name');
		for (const name of ours) rmSync(join(lane.root, FOLDER, name));
	}
	return halfway;
}

async function built(lane: Lane, state: State): Promise<Files> {
	await lane.build(state);
	return filesIn(lane.root);
}

function apart(files: Files): { readonly ours: readonly string[]; readonly others: Files } {
	const entries = Object.entries(files);
	return {
		ours: entries.map(([name]) => name).filter(isOurs),
		others: Object.fromEntries(entries.filter(([name]) => !isOurs(name))),
	};
}

/** How long a build takes that is not killed. */
async function wholeRun(lane: Lane, command: readonly string[]): Promise<number> {
	lane.to('old');
	const start = performance.now();
	const { code, stderr } = await spawned(lane.root, command, {});
	assert.is(code, 0, stderr);
	return performance.now() - start;
}
