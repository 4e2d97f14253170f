import * as assert from 'uvu/assert';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const one = (id: string, parent: string | null): string =>
	revisionText(id, parent, `op.execute('up ${id}')`, `op.execute('down ${id}')`);

const files = {
	'revisions/a.ts': one('aaaa', null),
	'revisions/b.ts': one('bbbb', 'aaaa'),
	'revisions/c.ts': one('cccc', 'bbbb'),
};

/** The statements of the revisions, in order. */
async function statements(...argv: readonly string[]): Promise<readonly string[]> {
	const stdout = await printed(project(files), ...argv);
	return stdout.match(/^(up|down) \w+(?=;$)/gm) ?? [];
}

suite('cli/upgrade', (test) => {
	test('renders a range, up and down', async () => {
		assert.equal(await statements('upgrade', 'base:head'), ['up aaaa', 'up bbbb', 'up cccc']);
		assert.equal(await statements('upgrade', 'a:b'), ['up bbbb']);
		assert.equal(await statements('upgrade', 'aaaa:+1'), ['up bbbb']);
		assert.equal(await statements('downgrade', '-1'), ['down cccc']);
		assert.equal(await statements('downgrade', '-2', '--no-guard'), ['down cccc', 'down bbbb']);
		assert.equal(await statements('--quiet', 'downgrade', 'bbbb:base'), ['down bbbb', 'down aaaa']);
		assert.equal(await statements('downgrade', '--', '-1'), ['down cccc']);
	});

	test('says so when there is nothing to do, and ends with 0', async () => {
		const { code, stdout, stderr } = await run(project(files), ['upgrade', 'head:head']);
		assert.is(code, 0);
		assert.match(stdout, /^-- upgrade cccc -> cccc .*\n(--.*\n)*-- Nothing to do: the range holds no revision\.\n$/);
		assert.is(stderr, 'upgrade cccc -> cccc: 0 revisions, postgresql\n');
	});

	test('hands -x on to revisions, the last of a key winning', async () => {
		const text = revisionText('aaaa', null, `op.execute(JSON.stringify(op.getContext().x))`);
		const root = project({ 'revisions/a.ts': text });
		const { stdout } = await run(root, [
			'-x',
			'a=1',
			'upgrade',
			'head',
			'-x',
			'b=2',
			'-xc=x=y',
			'-x',
			'd',
			'-x',
			'a=3',
		]);
		assert.ok(stdout.includes('{"a":"3","b":"2","c":"x=y","d":""};'), stdout);
	});

	test('leaves guards out when the configuration or the option says so', async () => {
		const guarded = (text: string): boolean => text.includes('LOCK TABLE');
		const root = project(files);
		assert.ok(guarded((await run(root, ['upgrade', 'head'])).stdout));
		assert.not.ok(guarded((await run(root, ['upgrade', 'head', '--no-guard'])).stdout));
		const configured = project({ ...files, 'gen-sql.config.ts': 'export default { guard: false };' });
		assert.not.ok(guarded((await run(configured, ['upgrade', 'head'])).stdout));
	});

	test('renders the same bytes whatever the files are called, and wherever the project stands', async () => {
		const { stdout } = await run(project(files), ['upgrade', 'head']);
		const renamed = project({
			'deep (1)/ü/revisions/3.ts': files['revisions/a.ts'],
			'deep (1)/ü/revisions/2.mts': files['revisions/b.ts'],
			'deep (1)/ü/revisions/1 (ß) 😀.ts': `\ufeff${files['revisions/c.ts'].replaceAll('\n', '\r\n')}`,
		});
		assert.is((await run(`${renamed}/deep (1)/ü`, ['upgrade', 'head'])).stdout, stdout);
	});

	test('leaves console alone', async () => {
		const { code } = await run(project({ 'revisions/a.ts': revisionText('aaaa', null, 'void console.log') }), [
			'upgrade',
			'head',
		]);
		assert.is(code, 0);
	});

	test('refuses --param of one name twice', async () => {
		const root = project({ 'revisions/a.ts': revisionText('aaaa', null) });
		const { code, stderr } = await run(root, ['upgrade', 'head', '--param', 'a=1', '--param', 'a=2']);
		assert.is(code, 2);
		assert.match(stderr, '--param a is given several times');
	});

	for (const [given, message] of [
		['tenant', '--param tenant has no value'],
		['=acme', '--param =acme has no value'],
		['tenat=acme', '--param tenat: the script has no parameter of that name'],
		['n=one', '--param n: "one" does not fit its type'],
	] as const) {
		test(`refuses --param ${given}`, async () => {
			const up = `op.execute(sql\`select \${param('tenant', t.text())}, \${param('n', t.integer())}\`)`;
			const root = project({ 'revisions/a.ts': revisionText('aaaa', null, up) });
			const { code, stdout, stderr } = await run(root, ['upgrade', 'head', '--param', given]);
			assert.is(code, 2);
			assert.is(stdout, '');
			assert.match(stderr, message);
		});
	}

	const begun = {
		'gen-sql.config.ts': `export default ({ x }) => ({ startingRevision: x['at'] ?? 'bbbb' });`,
		'revisions/a.ts': revisionText('aaaa', null, `op.execute('select 1')`, `op.execute('select -1')`),
		'revisions/b.ts': revisionText('bbbb', 'aaaa', `op.execute('select 2')`, `op.execute('select -2')`),
		'revisions/c.ts': revisionText('cccc', 'bbbb', `op.execute('select 3')`, `op.execute('select -3')`),
	};
	const selected = async (root: string, ...argv: readonly string[]) => {
		const { stdout, stderr } = await run(root, argv);
		return [...stdout.matchAll(/^select (-?\d);$/gm)].map(([, number]) => number).join() || stderr;
	};

	test('begins at startingRevision where the range has no start', async () => {
		const root = project(begun);
		assert.is(await selected(root, 'upgrade', 'head'), '3');
		assert.is(await selected(root, 'upgrade', '+1'), '3');
		assert.is(await selected(root, 'upgrade', 'base:head'), '1,2,3');
		assert.is(await selected(root, 'downgrade', '-1'), '-2');
		assert.is(await selected(root, 'downgrade', 'base'), '-2,-1');
		assert.is(await selected(root, 'downgrade', 'head:base'), '-3,-2,-1');
		assert.is(await selected(root, 'upgrade', 'head', '-x', 'at=base'), '1,2,3');
	});

	test('says that startingRevision is what does not fit', async () => {
		const { code, stderr } = await run(project(begun), ['upgrade', 'head', '-x', 'at=zzzz']);
		assert.is(code, 3);
		assert.match(stderr, /"zzzz"\nhint: startingRevision begins the range at "zzzz"\n/);
	});

	test('shows the tag in the head of the script, and to revisions', async () => {
		const text = revisionText('aaaa', null, `op.execute(\`select '\${op.getContext().tag}'\`)`);
		const root = project({ 'revisions/a.ts': text });
		const { stdout } = await run(root, ['upgrade', 'head', '--tag', 'release\n7']);
		assert.match(stdout, '-- Tag: release 7\n');
		assert.match(stdout, "select 'release\n7';");
		const without = await run(root, ['upgrade', 'head']);
		assert.not.match(without.stdout, 'Tag');
		assert.match(without.stdout, "select 'undefined';");
	});
});
