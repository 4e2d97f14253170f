import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { atEnd } from './cleanup.ts';
import { repository } from './sample.ts';

/** The command line as one file, which starts many times faster than its source: for tests that run it often. */
export async function bundledCommand(): Promise<readonly string[]> {
	const cache = join(repository, 'node_modules/.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'tests-'));
	atEnd(() => rmSync(folder, { recursive: true, force: true }));
	await build({
		entryPoints: [join(repository, 'src/bin.ts')],
		outdir: folder,
		outExtension: { '.js': '.mjs' },
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		packages: 'external',
	});
	return [process.execPath, join(folder, 'bin.mjs')];
}
