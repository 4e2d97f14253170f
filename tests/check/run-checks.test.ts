import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import type { Check } from '../../src/check/check.ts';
import { checks } from '../../src/check/index.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import { loadProject } from '../../src/config/project.ts';
import { GenSqlError } from '../../src/core/error.ts';
import { loadGraph } from '../../src/revisions/load.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const root = project({
	'revisions/b.ts': revisionText('b1', 'a1', 'globalThis.runs = (globalThis.runs ?? 0) + 1; op.execute("select 1")'),
	'revisions/a.ts': revisionText('a1', null, 'op.execute("select 2")'),
	'revisions/c.ts': revisionText('c1', 'b1', 'op.dropTable()'),
});

async function subject(options = {}) {
	const loaded = await loadProject({ cwd: root });
	return { project: loaded, graph: await loadGraph(loaded), options };
}

const check = (name: string, begin: Check['begin']): Check => ({ name, about: '', finds: [], begin });

suite('check/run-checks', (test) => {
	test('shows each revision to every check that wants to see it, parents first, rendered once', async () => {
		const seen: string[] = [];
		const watching = (name: string): Check =>
			check(name, () => ({
				rendered: ({ id }, { files: [upgrade] }) => void seen.push(`${name} ${id} ${upgrade?.text.includes('select')}`),
				unrendered: ({ id }, [problem]) => void seen.push(`${name} ${id} ${problem?.code}`),
				end: () => [],
			}));
		const result = await runChecks([watching('x'), watching('y')], await subject());
		assert.equal(seen, [
			'x a1 true',
			'y a1 true',
			'x b1 true',
			'y b1 true',
			'x c1 ARGUMENT_INVALID',
			'y c1 ARGUMENT_INVALID',
		]);
		assert.equal(result, { checks: ['x', 'y'], rendered: true, problems: [] });
		assert.is((globalThis as { readonly runs?: number }).runs, 1);
	});

	test('renders nothing when no check wants to see it, and leaves out those that are not asked for', async () => {
		const quiet = check('quiet', () => ({ end: () => [] }));
		const result = await runChecks([quiet, check('absent', () => undefined)], await subject());
		assert.equal(result, { checks: ['quiet'], rendered: false, problems: [] });
	});

	test('tells problems in the order of the checks', async () => {
		const failing = (name: string): Check =>
			check(name, () => ({ end: async () => [new GenSqlError('GRAPH_BROKEN', name)] }));
		const { problems } = await runChecks([failing('x'), ...checks, failing('y')], await subject());
		assert.equal(
			problems.map(({ code, message }) => (code === 'GRAPH_BROKEN' ? message : code)),
			['x', 'ARGUMENT_INVALID', 'y'],
		);
	});

	test('passes on what is no problem of a revision', async () => {
		const bug = check('bug', () => ({
			rendered: () => {
				throw new TypeError('a bug');
			},
			end: () => [],
		}));
		try {
			await runChecks([bug], await subject());
			assert.unreachable();
		} catch (error) {
			assert.instance(error, TypeError);
		}
	});

	test('has every check in a file of its name', () => {
		const files = readdirSync(fileURLToPath(new URL('../../src/check/', import.meta.url)));
		for (const { name } of checks) assert.ok(files.includes(`${name}.ts`), name);
	});
});
