import * as assert from 'uvu/assert';
import { compareOn } from '../locks/compare.ts';
import { MAJORS, postgres } from '../support/postgres.ts';
import { suite } from '../support/suite.ts';

const NEWEST = 18;

for (const major of MAJORS) {
	suite(`facts and locks on PostgreSQL ${major}`, (test) => {
		test('say of each statement what the server does', async () => {
			// A setup takes a database of its own, which takes its time; `npm run test:locks` runs those on every version.
			const isWanted = ({ setup }: { readonly setup?: string }): boolean => major === NEWEST || setup === undefined;
			const compared = await compareOn(await postgres(major), major, isWanted);
			assert.ok(compared.length > 250);
			const wrong = compared.filter(
				({ disagreements, failed }) =>
					failed !== undefined || Object.values(disagreements).some(({ length }) => length > 0),
			);
			assert.equal(wrong, []);
		});
	});
}
