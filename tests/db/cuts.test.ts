import * as assert from 'uvu/assert';
import { lexis } from '../../src/dialects/postgresql/lexis.ts';
import { splitStatements } from '../../src/sql/scan.ts';
import { byStatement, messageOf, versionOf } from '../support/clients.ts';
import { onServers } from '../support/on-servers.ts';
import { CHANGES, changeFiles } from '../support/online-changes.ts';
import type { Database } from '../support/postgres.ts';
import { printed, project } from '../support/project.ts';

type Session = Pick<Database, 'query'>;

const statements = (text: string): readonly string[] =>
	splitStatements(text, lexis).flatMap(({ text: one, empty }) => (empty ? [] : [one]));

/** All of a part but what would complete it. */
function cut(part: string): readonly string[] {
	const all = statements(part);
	return all.slice(
		0,
		part.includes('outside a transaction') ? -1 : all.findLastIndex((text) => text.trim() === 'COMMIT'),
	);
}

/** The mark that the parts before a cut have left in their session. */
const markAfter = (parts: readonly string[]): string | undefined =>
	[...parts.join('').matchAll(/^SET gen_sql\.part = '(.*?)'/gm)].at(-1)?.[1];

/** What the header and the messages of a script ask of whoever goes on in another session. */
async function resume(session: Session, rest: string, mark: string | undefined): Promise<void> {
	if (mark !== undefined) {
		assert.is(await messageOf(byStatement(session, rest)), 'gen-sql: the part before this one is not done');
		await session.query('ROLLBACK');
		await session.query('RESET default_transaction_read_only');
		await session.query(`SET gen_sql.part = '${mark}'`);
	}
	await byStatement(session, rest);
}

onServers('db/cuts', (test, { open }) => {
	for (const [what, change] of Object.entries(CHANGES)) {
		test(`${what}, stopped in any part, is taken up there in another session, and nowhere else`, async () => {
			const root = project(changeFiles(change, 200));
			const before = await printed(root, 'upgrade', 'aaa');
			const script = await printed(root, 'upgrade', 'aaa:bbb');
			const [opening = '', ...parts] = script.split(/(?=-- Part \d+ of)/);
			assert.ok(parts.length > 1);
			for (const [index, part] of parts.entries()) {
				const database = await open();
				await database.exec(before);
				const stopped = await database.connect();
				await byStatement(stopped, [opening, ...parts.slice(0, index)].join(''));
				for (const text of cut(part)) await stopped.query(text);
				await stopped.query('ROLLBACK');
				assert.equal(await versionOf(database), ['aaa']);

				const rest = [opening, ...parts.slice(index)].join('');
				await resume(await database.connect(), rest, markAfter(parts.slice(0, index)));
				assert.equal(await versionOf(database), ['bbb']);
			}
		});
	}
});
