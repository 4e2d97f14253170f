import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { type BuiltFile, build, writeBuild } from '../../src/index.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const FOLDER = 'out/main/postgresql';
const env = { GEN_SQL_CACHE: 'off' };
const A = revisionText('aaaa', null, `op.execute('select 1');`, `op.execute('select 2');`);
const B = revisionText('bbbb', 'aaaa', `op.execute('select 3');`, `op.execute('select 4');`);

/** Build, and stop after so many files. Returns whether there were more. */
async function stopped(root: string, after: number): Promise<boolean> {
	const { files } = await build({ cwd: root, env });
	const written: BuiltFile[] = [];
	for await (const file of files()) {
		if (written.length === after) break;
		written.push(file);
	}
	await writeBuild(written);
	return written.length === after;
}

const whole = async (root: string): Promise<readonly string[]> => {
	await writeBuild((await build({ cwd: root, env })).files());
	return readdirSync(join(root, FOLDER)).sort();
};

suite('api/build', (test) => {
	test('leaves no file behind of a new revision that has another name when a run that was stopped is made again', async () => {
		for (let after = 0; ; after++) {
			const root = project({ 'revisions/a.ts': A, 'revisions/b.ts': B });
			const isStopped = await stopped(root, after);
			renameSync(join(root, 'revisions/b.ts'), join(root, 'revisions/c.ts'));
			assert.equal(
				await whole(root),
				['a', 'c'].flatMap((stem) => ['.down.sql', '.json', '.up.sql'].map((suffix) => stem + suffix)),
				`stopped after ${after} files`,
			);
			if (!isStopped) break;
		}
	});

	test('repairs what a run that was stopped has left, whatever has changed', async () => {
		for (let after = 0; ; after++) {
			const root = project({ 'revisions/a.ts': A, 'revisions/b.ts': B });
			await whole(root);
			rmSync(join(root, 'revisions/b.ts'));
			writeFileSync(join(root, 'revisions/a.ts'), A.replace('select 1', 'select 5').replace('select 2', 'select 6'));
			writeFileSync(join(root, 'revisions/c.ts'), B.replaceAll('bbbb', 'cccc'));
			const isStopped = await stopped(root, after);
			assert.equal(
				await whole(root),
				['a', 'c'].flatMap((stem) => ['.down.sql', '.json', '.up.sql'].map((suffix) => stem + suffix)),
			);
			assert.equal((await build({ cwd: root, env })).changes, []);
			if (!isStopped) break;
		}
	});
});
