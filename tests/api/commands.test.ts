import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { nameOf } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';
import * as library from '../../src/index.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const root = project({
	'gen-sql.config.ts': 'export default {};',
	'revisions/a.ts': revisionText('a1', null, `op.execute('select 1')`),
	'revisions/b.ts': revisionText('b1', 'a1'),
	'revisions/c.ts': revisionText('c1', 'a1'),
});

/** A call of each command's function. */
const CALLS: Readonly<Record<string, (source: library.ProjectSource) => unknown>> = {
	init: () => library.init('multidb'),
	'list-templates': () => library.listTemplates(),
	revision: (source) => library.revision(source, { message: 'x', heads: ['b1'] }),
	merge: (source) => library.merge(source, ['heads']),
	upgrade: (source) => library.upgrade(source, 'heads'),
	downgrade: (source) => library.downgrade(source, 'base'),
	stamp: (source) => library.stamp(source, 'heads'),
	'ensure-version': (source) => library.ensureVersion(source),
	build: async (source) => {
		const built: library.BuiltFile[] = [];
		for await (const file of (await library.build(source)).files()) built.push(file);
		return built;
	},
	// Nothing is built, so that nothing can be released.
	release: (source) => library.release(source, 'v1').catch(({ message }: Error) => message),
	current: (source) => library.current(source, ['a1']),
	history: (source) => library.history(source),
	heads: (source) => library.heads(source),
	branches: (source) => library.branches(source),
	show: (source) => library.show(source, 'heads', { sql: true }),
	edit: (source) => library.edit(source, 'a1'),
	check: (source) => library.check(source),
	diff: (source) => library.diff(source, { before: 'revisions/', after: 'revisions/' }),
	review: (source) => library.review(source, ['base:heads']),
	locks: (source) => library.locks(source, ['base:heads']),
};

/** Every file of the project, with its time and its text. */
const files = (): readonly string[] =>
	readdirSync(root, { recursive: true, encoding: 'utf8' })
		.sort()
		.map((name) => join(root, name))
		.map((path) => {
			const about = statSync(path);
			return `${path} ${about.mtimeMs} ${about.isFile() ? readFileSync(path, 'utf8') : ''}`;
		});

suite('api/commands', (test) => {
	test('every command is a function of the library', () => {
		assert.equal(Object.keys(CALLS), commands.map(nameOf));
		for (const name of Object.keys(CALLS)) {
			const exported = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
			assert.type((library as Readonly<Record<string, unknown>>)[exported], 'function', exported);
		}
	});

	for (const [name, call] of Object.entries(CALLS)) {
		test(`${name} returns data, and writes and prints nothing`, async () => {
			const before = files();
			const { write } = process.stdout;
			const printed: unknown[] = [];
			process.stdout.write = ((text: unknown) => printed.push(text) > 0) as typeof write;
			try {
				const loaded = await library.loadProject({ cwd: root });
				const byProject = JSON.stringify(await call(loaded));
				if (name !== 'revision' && name !== 'merge') assert.is(JSON.stringify(await call({ cwd: root })), byProject);
				assert.ok(byProject.length > 2);
			} finally {
				process.stdout.write = write;
			}
			assert.equal(printed, []);
			assert.equal(files(), before);
		});
	}
});
