import {
	chmodSync,
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { createFile, writeFile } from '../../src/modules/write.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('modules/write', (test) => {
	test('makes a file, and replaces it', () => {
		const root = project({});
		const file = join(root, 'ä b.sql');
		writeFile(file, 'one');
		writeFile(file, 'zwei 😀\n');
		assert.is(readFileSync(file, 'utf8'), 'zwei 😀\n');
		assert.equal(readdirSync(root), ['ä b.sql']);
	});

	test('replaces a file as a whole: one that has it open keeps the old text', () => {
		const root = project({ 'a.sql': 'old' });
		linkSync(join(root, 'a.sql'), join(root, 'reader'));
		writeFile(join(root, 'a.sql'), 'new');
		assert.is(readFileSync(join(root, 'reader'), 'utf8'), 'old');
		assert.is(readFileSync(join(root, 'a.sql'), 'utf8'), 'new');
	});

	for (const mode of [0o600, 0o755, 0o664, 0o666]) {
		test(`keeps the permissions ${mode.toString(8)} of a file it replaces`, () => {
			const root = project({ 'a.sql': 'old' });
			chmodSync(join(root, 'a.sql'), mode);
			writeFile(join(root, 'a.sql'), 'new');
			assert.is(statSync(join(root, 'a.sql')).mode & 0o777, mode);
		});
	}

	test('writes to where a link leads, and leaves the link', () => {
		const root = project({ 'real/a.sql': 'old' });
		symlinkSync('real/a.sql', join(root, 'one'));
		symlinkSync('one', join(root, 'two'));
		writeFile(join(root, 'two'), 'new');
		assert.is(readlinkSync(join(root, 'two')), 'one');
		assert.is(readlinkSync(join(root, 'one')), 'real/a.sql');
		assert.is(readFileSync(join(root, 'real/a.sql'), 'utf8'), 'new');
		assert.ok(lstatSync(join(root, 'real/a.sql')).isFile());
		assert.equal(readdirSync(join(root, 'real')), ['a.sql']);
	});

	test('makes the file a link names when that is not there yet', () => {
		const root = project({ 'real/.keep': '' });
		symlinkSync('real/a.sql', join(root, 'link'));
		writeFile(join(root, 'link'), 'new');
		assert.ok(lstatSync(join(root, 'link')).isSymbolicLink());
		assert.is(readFileSync(join(root, 'real/a.sql'), 'utf8'), 'new');
	});

	test('writes to a device', () => {
		writeFile('/dev/null', 'gone');
		assert.ok(lstatSync('/dev/null').isCharacterDevice());
	});

	test('says why it cannot write, and leaves nothing behind', () => {
		const root = project({ 'file.txt': 'kept' });
		mkdirSync(join(root, 'folder'));
		symlinkSync('circle', join(root, 'circle'));
		for (const [path, why] of [
			['missing/a.sql', /its folder does not exist/],
			['folder', /it is a folder/],
			['file.txt/a.sql', /a part of its path is not a folder/],
			['circle', /its links lead in a circle/],
			['a'.repeat(300), /its name is too long/],
		] as const) {
			const error = throwsCode(() => writeFile(join(root, path), 'text'), 'FILE_UNWRITABLE');
			assert.match(error.message, why);
			assert.ok(error.message.includes(join(root, path)));
		}
		assert.is(throwsCode(() => writeFile('/dev/full', 'text'), 'FILE_UNWRITABLE').exitCode, 5);
		assert.equal(readdirSync(root).sort(), ['circle', 'file.txt', 'folder']);
		assert.is(readFileSync(join(root, 'file.txt'), 'utf8'), 'kept');
	});

	test('writes a file whose name is as long as names can be', () => {
		const root = project({});
		for (const name of ['n'.repeat(255), 'ü'.repeat(127), '名'.repeat(85), '😀'.repeat(63)]) {
			writeFile(join(root, name), name);
			assert.is(readFileSync(join(root, name), 'utf8'), name);
		}
	});

	test('creates a file with the folders above it, and none that is there', () => {
		const root = project({});
		const file = join(root, 'a/b/c.ts');
		createFile(file, 'one');
		assert.is(readFileSync(file, 'utf8'), 'one');
		throwsCode(() => createFile(file, 'two'), 'PROJECT_EXISTS');
		assert.is(readFileSync(file, 'utf8'), 'one');
	});

	test('does not create a file where a link stands', () => {
		const root = project({});
		symlinkSync('elsewhere', join(root, 'link'));
		throwsCode(() => createFile(join(root, 'link'), 'text'), 'PROJECT_EXISTS');
		assert.not.ok(existsSync(join(root, 'elsewhere')));
	});

	test('says why it cannot create a file', () => {
		const root = project({ 'file.txt': '' });
		writeFileSync(join(root, 'file.txt'), 'kept');
		const error = throwsCode(() => createFile(join(root, 'file.txt/a.ts'), ''), 'FILE_UNWRITABLE');
		assert.match(error.message, /a part of its path is not a folder/);
	});
});
