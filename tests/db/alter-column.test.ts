import * as assert from 'uvu/assert';
import { column, computed, t } from '../../src/index.ts';
import { onServers } from '../support/on-servers.ts';
import { statementsOf } from '../support/script.ts';

onServers('db/alter-column', (test, { major, open }) => {
	test('exchanges one computed value for another, from PostgreSQL 17 on', async () => {
		const database = await open();
		const [create = '', insert = '', alter = ''] = await statementsOf((op) => {
			const box = op.createTable('box', [
				column('n', t.integer()),
				column('m', t.integer(), { computed: computed('n + 1') }),
			]);
			op.bulkInsert(box, [{ n: 1 }]);
			op.alterColumn('box', 'm', { serverDefault: computed('n * 10'), existingServerDefault: computed('n + 1') });
		});
		await database.exec(create);
		await database.exec(insert);
		const problem = await database.exec(alter).catch(String);
		if (major < 17) return assert.match(String(problem), 'syntax error');
		assert.equal(await database.query('SELECT m FROM box'), [{ m: 10 }]);
	});
});
