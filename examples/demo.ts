/**
 * `npm run demo`: renders the sample project of this repository from the base to the head, runs the script in an
 * embedded PostgreSQL, and shows what is there afterwards.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { lexis } from '../src/dialects/postgresql/lexis.ts';
import { splitStatements } from '../src/sql/scan.ts';

const argv = ['dist/bin.js', 'upgrade', 'base:head', '--output', 'deploy.sql'];
console.log(`$ gen-sql ${argv.slice(1).join(' ')}`);
execFileSync(process.execPath, argv, { stdio: 'inherit' });

const script = readFileSync('deploy.sql', 'utf8');
const [header = ''] = script.split('\n\n');
console.log(`\n${header}\n`);

const database = await PGlite.create();
// One index is built concurrently, which the server allows only in a query of its own.
for (const { text, empty } of splitStatements(script, lexis)) if (!empty) await database.exec(text);

const { rows: tables } = await database.query<{ name: string; columns: number; rows: string }>(`
	SELECT relname AS name,
		(SELECT count(*)::int FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns,
		(xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', relname), false, true, '')))[1]::text AS rows
	FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`);
const { rows: versions } = await database.query<{ version_num: string }>('SELECT version_num FROM gen_sql_version');
await database.close();

const width = Math.max(...tables.map(({ name }) => name.length));
console.log(`deploy.sql ran. The database is at ${versions.map((row) => row.version_num).join(', ')} and holds:\n`);
for (const { name, columns, rows } of tables) {
	console.log(`  ${name.padEnd(width)}  ${String(columns).padStart(2)} columns  ${rows.padStart(2)} rows`);
}
