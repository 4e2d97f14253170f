/**
 * How long the slowest write waits while a table of a million rows is changed, in one statement and online.
 *
 * `tsx bench/online.ts [rows]` prints the table of docs/online-changes.md.
 */

import { cleanUp } from '../tests/support/cleanup.ts';
import { byStatement } from '../tests/support/clients.ts';
import { type Load, pause, writing } from '../tests/support/load.ts';
import { CHANGES, changeFiles, plainForm } from '../tests/support/online-changes.ts';
import { MAJORS, type Major, postgres } from '../tests/support/postgres.ts';
import { printed, project } from '../tests/support/project.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);

async function measured(major: Major, change: string): Promise<Load & { readonly seconds: number }> {
	const root = project(changeFiles(change, ROWS));
	const database = await (await postgres(major)).database();
	await database.exec(await printed(root, 'upgrade', 'aaa'));
	await database.query('VACUUM ANALYZE post');
	const script = await printed(root, 'upgrade', 'aaa:bbb');
	const stop = await writing(database, ROWS);
	await pause(200);
	const start = performance.now();
	await byStatement(database, script);
	const seconds = (performance.now() - start) / 1000;
	return { ...(await stop()), seconds };
}

const shown = ({ slowestMs, seconds }: { readonly slowestMs: number; readonly seconds: number }): string =>
	`${Math.round(slowestMs)} ms | ${seconds.toFixed(1)} s`;

console.log(`Rows: ${ROWS}\n`);
console.log('| PostgreSQL | | slowest write, plain | whole script | slowest write, online | whole script |');
console.log('|---|---|---|---|---|---|');
for (const major of MAJORS) {
	for (const [what, change] of Object.entries(CHANGES)) {
		const plain = await measured(major, plainForm(change));
		const online = await measured(major, change);
		console.log(`| ${major} | ${what} | ${shown(plain)} | ${shown(online)} |`);
	}
}
await cleanUp();
process.exit(0);
