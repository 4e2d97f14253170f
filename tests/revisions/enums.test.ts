import * as assert from 'uvu/assert';
import { loadProject, renderArtifacts } from '../../src/index.ts';
import { loadGraph } from '../../src/revisions/load.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const STATE = `t.enum('state', ['new', 'sent'])`;
const table = (name: string, type = STATE): string => `op.createTable('${name}', [column('c', ${type})]);`;
const revision = (...args: Parameters<typeof revisionText>): Readonly<Record<string, string>> => ({
	[`revisions/${args[0]}.ts`]: revisionText(...args),
});

/** The types and tables of a script, in their order. */
const changes = (text: string): string =>
	[...text.matchAll(/^(CREATE|DROP) (TYPE|TABLE) (?!IF)(\w+)/gm)]
		.map(([, verb, , name]) => `${verb} ${name}`)
		.join(', ');

const rendered = async (root: string, ...argv: readonly string[]): Promise<string> =>
	changes(await printed(root, ...argv));

async function artifacts(root: string, id: string): Promise<readonly string[]> {
	const own = await loadProject({ cwd: root });
	const files = await renderArtifacts(own, await loadGraph(own), id);
	return files.slice(0, 2).map(({ text }) => changes(text));
}

const line = {
	...revision('r1', null, `op.execute('select 1');`),
	...revision('r2', 'r1', table('a'), `op.dropTable('a'); op.dropEnum('state');`),
	...revision('r3', 'r2', table('b'), `op.dropTable('b');`),
	...revision('r4', 'r3', `op.dropTable('b'); op.dropTable('a'); op.dropEnum('state');`, table('a') + table('b')),
	...revision('r5', 'r4', table('d'), `op.dropTable('d'); op.dropEnum('state');`),
};

suite('revisions/enums', (test) => {
	test('a type is created by the revision that needs it first, wherever a script starts', async () => {
		const root = project(line);
		const whole = 'CREATE state, CREATE a, CREATE b, DROP b, DROP a, DROP state, CREATE state, CREATE d';
		assert.is(await rendered(root, 'upgrade', 'base:head'), whole);
		assert.is(await rendered(root, 'upgrade', 'r1:r2'), 'CREATE state, CREATE a');
		assert.is(await rendered(root, 'upgrade', 'r2:r3'), 'CREATE b');
		assert.is(await rendered(root, 'upgrade', 'r4:r5'), 'CREATE state, CREATE d');
	});

	test('versioned files say of each revision what the whole script says', async () => {
		const root = project(line);
		assert.equal(await artifacts(root, 'r2'), ['CREATE state, CREATE a', 'DROP a, DROP state']);
		assert.equal(await artifacts(root, 'r3'), ['CREATE b', 'DROP b']);
		assert.equal(await artifacts(root, 'r4'), ['DROP b, DROP a, DROP state', 'CREATE state, CREATE a, CREATE b']);
	});

	test('a downgrade knows what is there: it creates a type that an upgrade had dropped, and no other', async () => {
		const root = project(line);
		assert.is(
			await rendered(root, 'downgrade', 'head:base'),
			'DROP d, DROP state, CREATE state, CREATE a, CREATE b, DROP b, DROP a, DROP state',
		);
		assert.is(await rendered(root, 'downgrade', 'r4:r3'), 'CREATE state, CREATE a, CREATE b');
	});

	const parted = {
		...revision('r1', null),
		...revision('ra', 'r1', table('a')),
		...revision('rb', 'r1', table('b')),
		...revision('rc', ['ra', 'rb'], table('c')),
	};

	test('of parallel branches the first one in a script creates the type, the other finds it', async () => {
		const root = project(parted);
		const whole = 'CREATE state, CREATE b, CREATE a, CREATE c';
		assert.is(await rendered(root, 'upgrade', 'base:head'), whole);
		assert.is(await rendered(root, 'upgrade', 'r1:ra'), 'CREATE state, CREATE a');
		assert.is(await rendered(root, 'upgrade', 'r1:rb'), 'CREATE state, CREATE b');
		assert.is(await rendered(root, 'upgrade', 'ra:heads'), 'CREATE b, CREATE c');
		assert.is(await rendered(root, 'upgrade', 'rb:heads'), 'CREATE a, CREATE c');
		assert.equal(await artifacts(root, 'rc'), ['CREATE c', '']);
	});

	test('branches that mean different things are found out where they meet, with both places', async () => {
		const root = project({ ...parted, ...revision('rb', 'r1', table('b', `t.enum('state', ['new', 'lost'])`)) });
		assert.is(await rendered(root, 'upgrade', 'r1:rb'), 'CREATE state, CREATE b');
		const refused = async (range: string): Promise<string> => {
			const { code, stdout, stderr } = await run(root, ['upgrade', range]);
			assert.equal([code, stdout], [4, ''], range);
			return stderr;
		};
		const second = await refused('ra:heads');
		assert.match(
			second,
			/^revisions\/rb\.ts:6:\d+: error\[TYPE_CONFLICT\]: the enum "state" has the labels "new", "lost"/,
		);
		assert.match(second, /here, but ra\.ts:6:\d+ creates it with "new", "sent"\nhint: use the same labels/);
		assert.match(await refused('base:head'), /^revisions\/ra\.ts:6:\d+: .* but rb\.ts:6:\d+ creates it/);
	});

	test('what only a dependency has created is there', async () => {
		const root = project({
			...revision('r1', null, table('a')),
			'revisions/r2.ts': `${revisionText('r2', null, table('b'))}\nexport const dependsOn = ['r1'];`,
		});
		assert.equal((await artifacts(root, 'r2'))[0], 'CREATE b');
	});

	test('labels that a revision has changed are known wherever a script starts', async () => {
		const changed = `t.enum('state', ['new', 'lost', 'sent'])`;
		const root = project({
			...revision('r1', null, table('a')),
			...revision('r2', 'r1', `op.addEnumValue('state', 'lost', { after: 'new' });`),
			...revision('r3', 'r2', table('b', changed)),
			...revision('r4', 'r3', table('c')),
		});
		assert.is(await rendered(root, 'upgrade', 'base:r3'), 'CREATE state, CREATE a, CREATE b');
		assert.is(await rendered(root, 'upgrade', 'r2:r3'), 'CREATE b');
		assert.equal((await artifacts(root, 'r3'))[0], 'CREATE b');
		const { code, stderr } = await run(root, ['upgrade', 'r3:r4']);
		assert.is(code, 4);
		assert.match(stderr, /the labels "new", "sent" here, but r2\.ts:6:\d+ leaves it with "new", "lost", "sent"/);
	});

	test('a type keeps to a schema that was renamed before the script starts, or in it', async () => {
		const app = `t.enum('state', ['new'], { schema: 'app' })`;
		const core = `t.enum('state', ['new'], { schema: 'core' })`;
		const root = project({
			...revision('r1', null, table('a', app)),
			...revision('r2', 'r1', `op.renameSchema('app', 'core');`, `op.renameSchema('core', 'app');`),
			...revision('r3', 'r2', table('b', core)),
		});
		for (const range of ['r1:r3', 'r2:r3']) assert.is(await rendered(root, 'upgrade', range), 'CREATE b');
	});

	test('revisions before the start are run only for an operation that asks for a type', async () => {
		const broken = (up: string): string =>
			project({
				'revisions/a.ts': revisionText('a1', null, `throw new Error('never');`),
				...revision('b1', 'a1', up, `op.dropEnum('state');`),
			});
		const silent = `op.createTable('b', [column('c', t.text()), column('d', t.enum('x', ['y'], { create: false }))]);`;
		assert.is(await rendered(broken(silent), 'upgrade', 'a1:b1'), 'CREATE b');
		assert.is(await rendered(broken(silent), 'downgrade', 'b1:a1'), 'DROP state');
		const { code, stderr } = await run(broken(table('b')), ['upgrade', 'a1:b1']);
		assert.is(code, 4);
		assert.match(stderr, /^revisions\/a\.ts:6:\d+: error\[REVISION_THREW\]/);
	});
});
