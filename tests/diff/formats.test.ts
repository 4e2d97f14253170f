import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { diff } from '../../src/api/diff.ts';
import { PLAIN_PAGE } from '../../src/cli/io.ts';
import { keysOf } from '../../src/core/keys.ts';
import { formats, renderReport } from '../../src/diff/formats/index.ts';
import { git, repository } from '../support/git.ts';
import { golden } from '../support/golden.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { AFTER, BEFORE } from './states.ts';

const below = (folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

suite('diff/formats', (test) => {
	const cwd = project({ ...below('old', BEFORE), ...below('new', AFTER) });

	for (const format of keysOf(formats)) {
		test(`${format} prints what differs`, async () => {
			const report = await diff({ cwd }, { before: 'old', after: 'new' });
			golden(`diff/report.${format}`, await renderReport(report, format, PLAIN_PAGE));
		});

		test(`${format} prints that only the layout differs`, async () => {
			const files = { 'x.sql': 'SELECT 1;\n', 'y.sql': 'SELECT 2;' };
			const root = project({ ...below('old', files), ...below('new', { ...files, 'x.sql': 'select  1;' }) });
			const report = await diff({ cwd: root }, { before: 'old', after: 'new' });
			golden(`diff/reformatted.${format}`, await renderReport(report, format, PLAIN_PAGE));
		});
	}

	test('text has 80 columns', async () => {
		const report = await diff({ cwd }, { before: 'old', after: 'new' });
		const printed = await renderReport(report, 'text', PLAIN_PAGE);
		assert.equal(
			printed.split('\n').filter((line) => line.length > 80),
			[],
		);
	});

	test('text and unified colour what was added and what was removed', async () => {
		const report = await diff({ cwd }, { before: 'old', after: 'new' });
		const paint = { added: (text: string) => `<${text}>`, removed: (text: string) => `(${text})` };
		for (const format of ['text', 'unified'] as const) {
			const printed = await renderReport(report, format, { columns: 80, paint });
			assert.match(printed, /<[^\n]*320[^\n]*>/);
			assert.match(printed, /\([^\n]*100[^\n]*\)/);
		}
	});

	test('text is as wide as the terminal', async () => {
		const report = await diff({ cwd }, { before: 'old', after: 'new' });
		const printed = await renderReport(report, 'text', { ...PLAIN_PAGE, columns: 100 });
		assert.match(printed, '+ COMMENT ON COLUMN "user".email IS \'As it was typed, ```with``` <i>case</i>\'\n');
	});

	test('text and markdown show characters that are not seen, and let none through to a terminal', async () => {
		const root = project({ 'old/a.sql': "SELECT 'a'", 'new/a.sql': "SELECT 'a\u001b[2J\u202eb'" });
		const report = await diff({ cwd: root }, { before: 'old', after: 'new' });
		for (const format of ['text', 'markdown'] as const) {
			const printed = await renderReport(report, format, PLAIN_PAGE);
			assert.match(printed, '<U+001B>');
			assert.match(printed, '<U+202E>');
			assert.not.match(printed, '\u001b');
			assert.not.match(printed, '\u202e');
		}
		assert.match(await renderReport(report, 'unified', PLAIN_PAGE), 'a\u001b[2J\u202eb');
	});

	test('git takes one side to the other with the unified format', async () => {
		const names = { 'a b/größe.sql': 'SELECT 1;\n', 'a b/empty.sql': '', 'a b/it\'s "so"\\.sql': 'SELECT 1;' };
		const later = { 'a b/größe.sql': 'SELECT 2;', 'a b/empty.sql': 'SELECT 1;', 'a b/it\'s "so"\\.sql': 'SELECT 2;\n' };
		const root = project({ ...below('old', { ...BEFORE, ...names }), ...below('new', { ...AFTER, ...later }) });
		const report = await diff({ cwd: root }, { before: 'old', after: 'new' });
		const patch = join(root, 'all.patch');
		writeFileSync(patch, await renderReport(report, 'unified', PLAIN_PAGE));
		const applied = repository({ ...BEFORE, ...names });
		git(applied, 'apply', patch);
		const { revisions, counts } = await diff({ cwd: root }, { before: applied, after: 'new' });
		assert.equal([revisions, counts.unchanged], [[], 9]);
	});

	test('markdown leaves out what a comment has no room for', async () => {
		const many = (text: string): Readonly<Record<string, string>> =>
			Object.fromEntries(
				Array.from({ length: 400 }, (_, index) => [`${index}.sql`, `SELECT '${text}', '${'x'.repeat(400)}';`]),
			);
		const root = project({ ...below('old', many('a')), ...below('new', many('b')) });
		const report = await diff({ cwd: root }, { before: 'old', after: 'new' });
		const printed = await renderReport(report, 'markdown', PLAIN_PAGE);
		assert.ok(printed.length < 65_000);
		assert.match(printed, /A comment holds no more: \d+ of the revisions are not shown in full/);
	});
});
