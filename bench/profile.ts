/**
 * `npx tsx bench/profile.ts [SIZE [cold]]`: where the time of `gen-sql upgrade base:head` goes, by layer of src/.
 *
 * A function counts to the layer that its file stands in; the bundle's comments say which file each line is from.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { genSqlProject } from './projects.ts';

interface Profile {
	readonly nodes: readonly {
		readonly id: number;
		readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
	}[];
	readonly samples: readonly number[];
	/** Microseconds. */
	readonly timeDeltas: readonly number[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const work = join(here, '.work');
const folder = join(work, 'profile');
const bin = join(here, '../dist/bin.js');
const [size = '10000', mode = 'warm'] = process.argv.slice(2);

/** The file of src/ that each line of a bundle comes from. */
function sources(file: string): readonly string[] {
	let current = '';
	return readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => {
			current = /^\/\/ (src\/\S+\.ts)$/.exec(line)?.[1] ?? current;
			return current;
		});
}

const bundles = new Map<string, readonly string[]>();

function layerOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
	if (functionName === '(garbage collector)') return 'garbage collection';
	if (url.startsWith('gen-sql:') || url.includes('/.work/')) return 'the revisions themselves';
	if (url.includes('/dist/')) {
		const file = fileURLToPath(url);
		if (!bundles.has(file)) bundles.set(file, sources(file));
		const source = bundles.get(file)?.[lineNumber] ?? '';
		return source.split('/').slice(0, -1).slice(0, 2).join('/') || 'src';
	}
	return url.includes('/node_modules/') ? 'dependencies' : 'Node (start, files, compiling)';
}

const project = genSqlProject(work, Number(size));
const run = (...flags: readonly string[]): void => {
	const { status } = spawnSync('node', [...flags, bin, 'upgrade', 'base:head'], { cwd: project, stdio: 'ignore' });
	if (status !== 0) throw new Error(`gen-sql ended with ${status}`);
};
if (mode === 'warm') run();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
run('--cpu-prof', '--cpu-prof-interval', '500', '--cpu-prof-dir', folder);

const [file = ''] = readdirSync(folder);
const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
const layers = new Map(nodes.map(({ id, callFrame }) => [id, layerOf(callFrame)]));
const times = new Map<string, number>();
samples.forEach((id, index) => {
	const layer = layers.get(id) ?? '';
	times.set(layer, (times.get(layer) ?? 0) + (timeDeltas[index] ?? 0));
});
const total = [...times.values()].reduce((sum, time) => sum + time, 0);
console.log(`${size} revisions, ${mode} cache\n\n| where | time | share |\n|---|---|---|`);
for (const [layer, time] of [...times].sort(([, a], [, b]) => b - a)) {
	console.log(`| ${layer} | ${(time / 1e6).toFixed(2)} s | ${Math.round((100 * time) / total)} % |`);
}
