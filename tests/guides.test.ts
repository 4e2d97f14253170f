import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { golden } from './support/golden.ts';
import { printed, project, revisionText } from './support/project.ts';
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
});
