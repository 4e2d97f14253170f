import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as assert from 'uvu/assert';
import { main } from '../../src/cli/main.ts';
import { fakeIo } from './io.ts';

const made: string[] = [];

process.on('exit', () => {
	for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, removed when the tests end. Returns its path. */
export function project(files: Readonly<Record<string, string>>): string {
	const root = realpathSync(mkdtempSync(join(tmpdir(), 'gen-sql-')));
	made.push(root);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

/** The text of a revision file with these bodies. */
export function revisionText(
	id: string,
	parents: string | readonly string[] | null,
	up = '',
	down = '',
	imports = '',
): string {
	return [
		`/** ${id} */`,
		`import { column, foreignKey, ident, param, sql, t, table, type Op } from 'gen-sql';`,
		imports,
		`export const revision = '${id}';`,
		`export const downRevision = ${JSON.stringify(parents)};`,
		`export function upgrade(op: Op): void { ${up} }`,
		`export function downgrade(op: Op): void { ${down} }`,
		'',
	].join('\n');
}

/** Run the command line in a folder. */
export async function run(
	cwd: string,
	argv: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
	const io = fakeIo(cwd, env);
	const code = await main(argv, io);
	return { code, stdout: io.stdout, stderr: io.stderr };
}

/** What the command line prints when all goes well. */
export async function printed(cwd: string, ...argv: readonly string[]): Promise<string> {
	const { code, stdout, stderr } = await run(cwd, argv);
	assert.is(code, 0, stderr);
	return stdout;
}
