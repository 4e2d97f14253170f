import * as assert from 'uvu/assert';
import { loadProject, type Project } from '../../src/config/project.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

const load = (config: string, database?: string): Promise<Project> =>
	loadProject({ cwd: project({ 'gen-sql.config.ts': config }), env: {}, database });

suite('config/review-config', (test) => {
	test('takes every key', async () => {
		const review = {
			preset: 'strict',
			rules: { 'drop-column': 'warning', 'missing-lock-timeout': { severity: 'off', options: { assumed: true } } },
			ignorePaths: ['legacy/**'],
			ignoreRevisions: ['1975ea83b712'],
			since: '1975',
			pgVersion: 17,
			assumeInTransaction: true,
			tables: { event: { rows: 2e9 }, 'app.flag': { rows: 0 } },
			ownRules: { 'acme/no-money': { about: 'money', why: 'It rounds.' } },
		};
		assert.equal((await load(`export default { review: ${JSON.stringify(review)} };`)).review, review);
	});

	for (const [config, message, line, column] of [
		['preset: "loud"', 'review.preset must be one of recommended, strict, online, got "loud"', 2, 2],
		['presets: "strict"', 'there is no setting "review.presets"', 2, 2],
		['rules: []', 'review.rules must be an object of rules, got an array', 2, 2],
		[
			'rules: { "drop-column": "loud" }',
			'review.rules.drop-column must be one of error, warning, info, off, or { severity, options }, got "loud"',
			2,
			11,
		],
		[
			'rules: { "drop-column": { severity: 1 } }',
			'review.rules.drop-column.severity must be one of error, warning, info, off, got 1',
			2,
			28,
		],
		['rules: { "drop-column": { level: 1 } }', 'there is no setting "review.rules.drop-column.level"', 2, 28],
		[
			'rules: { "drop-column": { options: { a: [] } } }',
			'review.rules.drop-column.options.a must be a number, a text, true or false, got an array',
			2,
			39,
		],
		['ignorePaths: "legacy"', 'review.ignorePaths must be an array of patterns, got "legacy"', 2, 2],
		['ignoreRevisions: [1]', 'review.ignoreRevisions must be an array of revisions, got an array', 2, 2],
		['since: ""', 'review.since must be a revision, got ""', 2, 2],
		[
			'pgVersion: "17.x"',
			'review.pgVersion must be a version of PostgreSQL from 11 on, such as 17 or \'14.2\', got "17.x"',
			2,
			2,
		],
		[
			'pgVersion: 10',
			"review.pgVersion must be a version of PostgreSQL from 11 on, such as 17 or '14.2', got 10",
			2,
			2,
		],
		[
			'pgVersion: 14.2',
			"review.pgVersion must be a version of PostgreSQL from 11 on, such as 17 or '14.2', got 14.2",
			2,
			2,
		],
		['assumeInTransaction: 1', 'review.assumeInTransaction must be true or false, got 1', 2, 2],
		['tables: { event: 5 }', 'review.tables.event must be an object such as { rows: 2e9 }, got 5', 2, 12],
		['tables: { event: {} }', 'review.tables.event.rows must be a whole number of rows, got nothing', 2, 12],
		['tables: { event: { rows: -1 } }', 'review.tables.event.rows must be a whole number of rows, got -1', 2, 21],
		['tables: { event: { row: 1 } }', 'there is no setting "review.tables.event.row"', 2, 21],
		[
			'ownRules: { "no-money": {} }',
			'review.ownRules has "no-money", which is not an id with a prefix, such as acme/no-money',
			2,
			14,
		],
		['ownRules: { "acme/a": 5 }', 'review.ownRules.acme/a must be made by defineRule(), got 5', 2, 14],
	] as const) {
		test(`refuses ${config} where it stands`, async () => {
			const error = await rejectsCode(load(`export default { review: {\n\t${config}\n} };`), 'CONFIG_INVALID');
			assert.is(error.message, message);
			assert.equal([error.at?.line, error.at?.column], [line, column]);
		});
	}

	test('puts together what is said of all databases and of one', async () => {
		const config = `export default {
	review: { preset: 'strict', rules: { 'drop-column': 'off', 'drop-table': 'info' }, pgVersion: 15 },
	databases: { main: {}, audit: { review: { pgVersion: 17, rules: { 'drop-table': 'error' }, tables: { a: { rows: 1 } } } } },
};`;
		assert.equal((await load(config, 'main')).review, {
			preset: 'strict',
			rules: { 'drop-column': 'off', 'drop-table': 'info' },
			pgVersion: 15,
		});
		const audit = await load(config, 'audit');
		assert.equal(audit.review, {
			preset: 'strict',
			rules: { 'drop-column': 'off', 'drop-table': 'error' },
			pgVersion: 17,
			tables: { a: { rows: 1 } },
		});
		assert.is(audit.placeOf('review', 'rules', 'drop-table')?.line, 3);
		assert.is(audit.placeOf('review', 'rules', 'drop-column')?.line, 2);
	});

	test('places what is wrong with one database', async () => {
		const config = 'export default {\n\tdatabases: { audit: {\n\t\treview: { since: 5 },\n\t} },\n};';
		const error = await rejectsCode(load(config), 'CONFIG_INVALID');
		assert.equal([error.at?.line, error.at?.column], [3, 13]);
	});
});
