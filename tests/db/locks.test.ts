import * as assert from 'uvu/assert';
import { compareOn } from '../locks/compare.ts';
import { MAJORS, postgres } from '../support/postgres.ts';
import { suite } from '../support/suite.ts';

for (const major of MAJORS) {
	suite(`facts and locks on PostgreSQL ${major}`, (test) => {
		test('say of each statement what the server does', async () => {
			const compared = await compareOn(await postgres(major), major);
			assert.ok(compared.length > 300);
			const wrong = compared.filter(
				({ disagreements, failed }) =>
					failed !== undefined || Object.values(disagreements).some(({ length }) => length > 0),
			);
			assert.equal(wrong, []);
		});
	});
}
