import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { main } from '../../src/cli/main.ts';
import { edit } from '../../src/index.ts';
import { fakeIo } from '../support/io.ts';
import { command, spawned } from '../support/process.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const root = project({
	'revisions/a.ts': revisionText('a1', null, `throw new Error('was run')`),
	'revisions/b.ts': revisionText('b1', 'a1'),
	'revisions/c.ts': revisionText('c1', 'a1'),
	'bin/nano': '',
	'my editor': '',
});
const file = (name: string): string => join(root, 'revisions', name);

async function edited(argv: readonly string[], env: Readonly<Record<string, string>>) {
	const io = fakeIo(root, env);
	const code = await main(['edit', ...argv], io);
	return { code, launched: io.launched, stderr: io.stderr, stdout: io.stdout };
}

suite('cli/edit', (test) => {
	for (const [argv, env, launched] of [
		[['a1'], { EDITOR: 'ed' }, ['ed', file('a.ts')]],
		[['b1-1'], { EDITOR: 'code --wait', VISUAL: 'vi' }, ['code', '--wait', file('a.ts')]],
		[['heads'], { VISUAL: 'vi' }, ['vi', file('b.ts'), file('c.ts')]],
		[['a1'], { EDITOR: '', PATH: `/nowhere:${join(root, 'bin')}` }, ['nano', file('a.ts')]],
		[['a1'], { EDITOR: join(root, 'my editor') }, [join(root, 'my editor'), file('a.ts')]],
	] as const) {
		test(`opens ${argv.join(' ')} with ${JSON.stringify(env)}`, async () => {
			assert.equal(await edited(argv, env), { code: 0, launched: [launched], stderr: '', stdout: '' });
		});
	}

	for (const [argv, env, code, message] of [
		[['a1'], { PATH: '/nowhere' }, 5, 'there is no editor\nhint: set EDITOR'],
		[['a1'], { EDITOR: 'false' }, 5, 'the editor "false" ended with 1'],
		[['base'], { EDITOR: 'ed' }, 3, '"base" means no revision, so there is no file of it'],
		[['nope'], { EDITOR: 'ed' }, 3, '"nope"'],
	] as const) {
		test(`refuses ${argv.join(' ')} with ${JSON.stringify(env)}`, async () => {
			const ended = await edited(argv, env);
			assert.is(ended.code, code);
			assert.match(ended.stderr, message);
		});
	}

	test('starts the program, and says when it cannot', async () => {
		const own = project({
			'revisions/a.ts': revisionText('a1', null),
			ed: '#!/bin/sh\necho "opened $1"\n',
		});
		chmodSync(join(own, 'ed'), 0o755);
		const [opened, missing] = await Promise.all([
			spawned(own, command('edit', 'a1'), { EDITOR: join(own, 'ed') }),
			spawned(own, command('edit', 'a1'), { EDITOR: 'no-such-editor' }),
		]);
		assert.equal([opened.code, opened.stdout], [0, `opened ${join(own, 'revisions/a.ts')}\n`]);
		assert.is(missing.code, 5);
		assert.match(missing.stderr, 'cannot start the editor "no-such-editor": it does not exist');
	});

	test('is a function that opens nothing', async () => {
		assert.equal(await edit({ cwd: root }, 'b1'), [file('b.ts')]);
	});
});
