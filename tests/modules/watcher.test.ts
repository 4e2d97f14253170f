import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { Watcher } from '../../src/modules/watcher.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';

/** Whether a change is told within a second. */
const told = async (watcher: Watcher): Promise<boolean> =>
	Promise.race([watcher.changed().then(() => true), setTimeout(1000, false, { ref: false })]);

suite('modules/watcher', (test) => {
	test('tells of files that are made, changed, renamed and removed, and of none that is not heard', async () => {
		const root = project({ 'a/x.ts': '1' });
		const folder = join(root, 'a');
		const watcher = new Watcher((name) => name !== 'HEADS');
		watcher.add([folder, join(root, 'missing')]);
		const changes: readonly (() => void)[] = [
			() => writeFileSync(join(folder, 'x.ts'), '2'),
			() => writeFileSync(join(folder, 'y.ts'), '1'),
			() => renameSync(join(folder, 'y.ts'), join(folder, 'z.ts')),
			() => rmSync(join(folder, 'z.ts')),
		];
		for (const change of changes) {
			change();
			assert.ok(await told(watcher));
		}
		writeFileSync(join(folder, 'HEADS'), 'x');
		const waiting = told(watcher);
		assert.not.ok(await waiting);
		watcher.close();
	});

	test('does not miss what changes while nobody waits, and tells once of several changes', async () => {
		const root = project({ 'a/x.ts': '1' });
		const watcher = new Watcher(() => true);
		watcher.add([join(root, 'a')]);
		mkdirSync(join(root, 'a/b'));
		for (let n = 0; n < 10; n++) writeFileSync(join(root, 'a/x.ts'), `${n}`);
		await setTimeout(50);
		assert.ok(await told(watcher));
		assert.not.ok(await told(watcher));
		watcher.close();
	});
});
