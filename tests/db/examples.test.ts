import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { catalog } from '../support/catalog.ts';
import { onServers } from '../support/on-servers.ts';
import { repository } from '../support/sample.ts';

const script = (name: string): string =>
	readFileSync(join(repository, `examples/first-script/out/${name}.sql`), 'utf8');

onServers('db/examples', (test, { open }) => {
	test('the first script runs forward, back and forward, and nowhere else', async () => {
		const database = await open();
		const refused = (name: string) =>
			database.exec(script(name)).then(
				() => assert.unreachable(`${name} ran where it does not belong`),
				(error: Error) => assert.match(error.message, 'gen-sql: this script starts at'),
			);
		const recovered = () => database.exec('ROLLBACK');
		await refused('2-upgrade');
		await recovered();
		await database.exec(script('1-upgrade'));
		const first = await catalog(database);
		await refused('1-upgrade');
		await recovered();
		await database.exec(script('2-upgrade'));
		const second = await catalog(database);
		await database.exec(script('2-downgrade'));
		assert.equal(await catalog(database), first);
		await database.exec(script('2-upgrade'));
		assert.equal(await catalog(database), second);
	});
});
