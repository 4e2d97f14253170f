import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { environmentExample } from '../../src/config/project-templates.ts';
import { project, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const FILES = [
	'.env.example',
	'gen-sql.config.ts',
	'out/.gitattributes',
	'revisions/.gitkeep',
	'templates/revision.ts.hbs',
	'templates/script.sql.hbs',
];

const filesOf = (root: string): readonly string[] =>
	readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();

suite('cli/init', (test) => {
	test('makes a project, and says which files', async () => {
		const root = project({});
		const { code, stdout, stderr } = await run(root, ['init']);
		assert.is(code, 0);
		assert.equal(filesOf(root), FILES);
		assert.equal(stdout.trimEnd().split('\n').sort(), FILES);
		assert.match(stderr, /^next: gen-sql revision/);
		assert.is(readFileSync(join(root, '.env.example'), 'utf8'), environmentExample());
	});

	test('makes it in a folder that need not be there', async () => {
		const root = project({});
		assert.is((await run(root, ['init', 'db/main'])).code, 0);
		assert.equal(filesOf(join(root, 'db/main')), FILES);
	});

	test('makes a project in which the other commands work', async () => {
		const root = project({});
		await run(root, ['init']);
		assert.equal(await run(root, ['heads']), { code: 0, stdout: '', stderr: '' });
		assert.equal(await run(root, ['history']), { code: 0, stdout: '', stderr: '' });
		assert.is((await run(root, ['upgrade', 'heads'])).code, 0);
		assert.is((await run(root, ['revision', '-m', 'first'])).code, 0);
		const { code, stdout, stderr } = await run(root, ['upgrade', 'head']);
		assert.is(code, 0, stderr);
		assert.match(stdout, /: first\n/);
	});

	test('says where to go on', async () => {
		const { stderr } = await run(project({}), ['init', 'a b']);
		assert.is(stderr, `next: cd 'a b' && gen-sql revision -m "create the first table"\n`);
	});

	test('leaves files that are there as they are, and says so', async () => {
		const root = project({ '.env.example': 'MINE=1\n', 'revisions/.gitkeep': 'mine' });
		const { code, stdout, stderr } = await run(root, ['init']);
		assert.is(code, 0);
		assert.is(readFileSync(join(root, '.env.example'), 'utf8'), 'MINE=1\n');
		assert.not.match(stdout, /\.env\.example/);
		assert.match(stderr, /\.env\.example is there already and stays as it is\n/);
		assert.equal(filesOf(root), FILES);
	});

	for (const name of ['gen-sql.config.ts', 'gen-sql.config.mts', 'gen-sql.config.js', 'gen-sql.config.mjs']) {
		test(`refuses a folder with ${name}, and makes nothing`, async () => {
			const root = project({ [name]: 'export default {};' });
			const { code, stdout, stderr } = await run(root, ['init']);
			assert.is(code, 3, stderr);
			assert.is(stdout, '');
			assert.match(stderr, /^error\[PROJECT_EXISTS\]/);
			assert.equal(filesOf(root), [name]);
		});
	}

	test('leaves stdout empty when it cannot go on', async () => {
		const root = project({});
		writeFileSync(join(root, 'templates'), 'a file');
		const { code, stdout, stderr } = await run(root, ['init']);
		assert.is(code, 5, stderr);
		assert.is(stdout, '');
	});

	test('makes a project with several databases, each of which works', async () => {
		const root = project({});
		const { code, stderr } = await run(root, ['init', '--template', 'multidb']);
		assert.is(code, 0);
		assert.match(stderr, /^next: gen-sql revision --name main/);
		assert.equal(
			filesOf(root),
			[
				...FILES.filter((name) => name !== 'revisions/.gitkeep'),
				'revisions/audit/.gitkeep',
				'revisions/main/.gitkeep',
			].sort(),
		);
		for (const name of ['main', 'audit']) {
			const made = await run(root, ['revision', '-m', `first of ${name}`, '--name', name]);
			assert.match(made.stdout, new RegExp(`^revisions/${name}/`), made.stderr);
			const { stdout } = await run(root, ['upgrade', 'head', '--name', name]);
			assert.match(stdout, `-- Database: ${name}\n`);
			assert.match(stdout, `: first of ${name}\n`);
		}
		assert.is((await run(root, ['heads'])).stdout.split('\n').length, 2);
	});

	test('refuses a kind of project that there is not', async () => {
		const { code, stderr } = await run(project({}), ['init', '--template', 'none']);
		assert.is(code, 2);
		assert.match(stderr, 'hint: use one of: generic, multidb');
	});
});
