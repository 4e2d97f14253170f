import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { golden } from './support/golden.ts';
import { printed, project, revisionText, run } from './support/project.ts';
import { repository } from './support/sample.ts';
import { suite } from './support/suite.ts';

/** A block of TypeScript, and the SQL below it. */
const PAIR = /(```ts\n)(.*?)(\n```\n\n(?:[^\n`]+\n\n)?```sql\n)(.*?)(```\n)/gs;

const IMPORTS = `import { checkConstraint, index, irreversible, uniqueConstraint } from 'gen-sql';`;

/** The script of calls of an upgrade, or of a whole revision: then the way back. */
async function script(source: string): Promise<string> {
	const isRevision = source.includes('export function upgrade');
	const text = isRevision
		? revisionText('a1', null, '', '', IMPORTS).replace(/export function upgrade.*/s, `${source}\n`)
		: revisionText('a1', null, source, '', IMPORTS);
	const range = isRevision ? ['downgrade', 'head:base'] : ['upgrade', 'head'];
	const stdout = await printed(project({ 'revisions/a.ts': text }), ...range, '--no-guard');
	const body = stdout.slice(stdout.indexOf('\n\n', stdout.indexOf('standard_conforming_strings = on')) + 2);
	return body
		.slice(0, body.indexOf('\n\nSELECT version_num'))
		.replace(/CREATE TABLE IF NOT EXISTS gen_sql_version .*?;\n\n/s, '')
		.replace(/^-- Running .*\n\n/m, '')
		.replace(
			/(?:INSERT INTO gen_sql_version|DO \$gen_sql\$(?=\nDECLARE\n {4}changed)).*?(?=\n\nCOMMIT;)/s,
			'-- … and the version row',
		);
}

/** The projects that guides begin with. */
const PROJECTS = {
	'docs/branches.md': { 'gen-sql.config.ts': 'export default {};' },
	'docs/review-settings.md': {
		'gen-sql.config.ts': 'export default {};',
		'deploy.sql': [
			"SET lock_timeout = '2s';",
			"SET statement_timeout = '1min';",
			'',
			'-- gen-sql: allow drop-column because no reader since 2.3',
			'ALTER TABLE account DROP COLUMN nickname;',
			'',
			'DROP TABLE visit_2019; -- gen-sql: allow drop-tabel because moved to the archive',
			'',
		].join('\n'),
		'revisions/27c6a30d41b8_drop_nickname.ts': revisionText(
			'27c6a30d41b8',
			null,
			"op.dropColumn('account', 'nickname', { waive: [{ rule: 'drop-column', reason: 'no reader since 2.3' }] });\nop.waive('drop-table', 'moved to the archive', () => { op.dropTable('visit_2019'); op.dropTable('visit_2020'); });",
		),
	},
	'docs/versioned-files.md': {
		'gen-sql.config.ts': 'export default {};',
		'revisions/4c1d6f0a92be_create_author_table.ts': revisionText(
			'4c1d6f0a92be',
			null,
			`op.createTable('author', [column('id', t.bigInteger(), { primaryKey: true }), column('name', t.string(200))]);`,
			`op.dropTable('author');`,
		),
	},
};

/** The SQL in the guides is golden: `npm run test:golden` writes it from the TypeScript above it. */
suite('guides', (test) => {
	for (const page of ['docs/online-changes.md', 'docs/downgrades.md']) {
		test(`${page} shows the SQL of its examples`, async () => {
			const text = readFileSync(join(repository, page), 'utf8');
			const pairs = [...text.matchAll(PAIR)];
			assert.ok(pairs.length > 0);
			let shown = text;
			for (const [whole, open, source = '', between, , close] of pairs) {
				const sql = await script(source);
				shown = shown.replace(whole, () => `${open}${source}${between}${sql}\n${close}`);
			}
			golden(`../../${page}`, shown);
		});
	}

	for (const [page, files] of Object.entries(PROJECTS)) {
		test(`${page} shows what its commands print`, async () => {
			const text = readFileSync(join(repository, page), 'utf8');
			const root = project(files);
			const blocks = [...text.matchAll(/(?<=^```text\n)\$ .*?(?=^```$)/gms)].map(([block]) => block);
			assert.ok(blocks.length > 0);
			let shown = text;
			for (const block of blocks) {
				const commands = block.split('\n').filter((line) => line.startsWith('$ '));
				const lines: string[] = [];
				for (const command of commands) lines.push(`${command}\n${await inTerminal(root, command.slice(2))}`);
				shown = shown.replace(block, () => lines.join(''));
			}
			golden(`../../${page}`, shown);
		});
	}
});

/** What a terminal shows of a command; what it prints comes before what it says. */
async function inTerminal(root: string, command: string): Promise<string> {
	if (!command.startsWith('gen-sql ')) return spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' }).stdout;
	const [own = '', filter] = command.split(' | ');
	if (filter !== undefined) {
		const input = await inTerminal(root, own);
		return spawnSync('sh', ['-c', filter], { cwd: root, encoding: 'utf8', input }).stdout;
	}
	const words = [...command.matchAll(/"([^"]*)"|[^ "]+/g)].map(([word, quoted]) => quoted ?? word);
	const { stdout, stderr } = await run(root, words.slice(1));
	return stdout + stderr;
}
