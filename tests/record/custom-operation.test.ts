import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { registerOperation } from '../../src/record/custom-operation.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { project, revisionText, run } from '../support/project.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

/** Register and call as plain JavaScript would: no type stands in the way. */
const register = registerOperation as (definition: unknown) => void;
const calling =
	(name: string, ...args: readonly unknown[]): RevisionBody =>
	(op) =>
		(op as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[name]?.(...args);

/** The configuration file that the documentation shows. */
const page = readFileSync(join(repository, 'docs/revisions.md'), 'utf8');
const [, configuration = ''] = /### Operations of your own.*?```ts\n(.*?)```/s.exec(page) ?? [];

suite('record/custom-operation', (test) => {
	test('the example of the documentation renders', async () => {
		const root = project({
			'gen-sql.config.ts': configuration,
			'revisions/a.ts': revisionText('a1', null, `op.createArchive('user')`),
		});
		for (const _ of ['once', 'and again in the same process']) {
			const { code, stdout, stderr } = await run(root, ['upgrade', 'head', '--no-guard']);
			assert.is(code, 0, stderr);
			assert.match(
				stdout,
				'CREATE TABLE user_archive (LIKE "user");\n\nCREATE INDEX ix_user_archive_id ON user_archive (id);',
			);
		}
	});

	test('a mistake inside is told at the line of the call', async () => {
		const root = project({
			'gen-sql.config.ts': configuration.replaceAll('createArchive', 'createOther'),
			'revisions/a.ts': revisionText('a1', null, '\n\n  op.createOther("")'),
		});
		const { code, stderr } = await run(root, ['upgrade', 'head']);
		assert.is(code, 4);
		assert.match(stderr, /^revisions\/a\.ts:\d+/);
	});

	test('gives what it returns, and stands where it is called', async () => {
		register({ name: 'dropBoth', expand: (op: never, ...names: readonly string[]) => dropAll(op, names) });
		let result: unknown;
		const recorded = await record((op) => {
			op.dropTable('a');
			result = calling('dropBoth', 'b', 'c')(op);
			op.dropTable('d');
		});
		assert.is(result, 2);
		assert.equal(
			recorded.map((each) => each.kind === 'dropTable' && each.table.name),
			['a', 'b', 'c', 'd'],
		);
	});

	test('may be async, and must be awaited', async () => {
		register({ name: 'later', expand: async () => setImmediate(5) });
		const awaited = record(async (op) => assert.is(await calling('later')(op), 5));
		assert.equal(await awaited, []);
		const { message } = await rejectsCode(
			record((op) => void calling('later')(op)),
			'OPERATION_LATE',
		);
		assert.is(message, 'op.later() is async and was not awaited');
	});

	test('is refused after the body has returned', async () => {
		register({ name: 'never', expand: () => assert.unreachable() });
		let late: (() => unknown) | undefined;
		await record((op) => {
			late = () => calling('never')(op);
		});
		const { message } = throwsCode(() => late?.(), 'OPERATION_LATE');
		assert.is(message, 'op.never() was called after its function had returned');
	});

	test('takes no name that op has', () => {
		for (const name of ['dropTable', 'getContext', 'invoke', 'getBind', 'then']) {
			const { message } = throwsCode(() => register({ name, expand: () => undefined }), 'ARGUMENT_INVALID');
			assert.is(message, `registerOperation: op has "${name}" already`);
		}
	});

	test('takes no name that another place has registered', () => {
		const expand = () => undefined;
		register({ name: 'mine', expand });
		register({ name: 'mine', expand });
		const { message, hint } = throwsCode(() => register({ name: 'mine', expand: () => undefined }), 'ARGUMENT_INVALID');
		assert.is(message, 'registerOperation: "mine" is registered twice');
		assert.is(hint, 'register it in one module, and import that');
	});

	test('names what is wrong in a definition', () => {
		const refused: readonly (readonly [unknown, string])[] = [
			[undefined, 'registerOperation: name must be a word such as createArchive, got nothing'],
			[{ name: 'create-view', expand: () => 1 }, 'got "create-view"'],
			[{ name: 'createArchive' }, 'registerOperation: expand of "createArchive" must be a function, got nothing'],
		];
		for (const [definition, message] of refused) {
			assert.match(throwsCode(() => register(definition), 'ARGUMENT_INVALID').message, message);
		}
	});
});

function dropAll(op: { dropTable(name: string): void }, names: readonly string[]): number {
	for (const name of names) op.dropTable(name);
	return names.length;
}
