import * as assert from 'uvu/assert';
import { differences, expected, FACTS, readerOf } from '../locks/expected.ts';
import { effectsOf, FIXTURE, measureOf, ROWS, statementsOf } from '../locks/measured.ts';
import { DIFFERENT, SETUPS } from '../locks/statements.ts';
import { suite } from '../support/suite.ts';

/** What only exists once the setup of a row has run, beside the tables of the fixture. */
const TABLES = new Set(
	`t o ch nv vk idn vb v mv p p1 p2 pd newpart newpart_ck q q1 par kid lone ul typed own1 z1 gs`.split(' '),
);

for (const version of [11, 12, 13, 14, 15, 16, 17, 18]) {
	suite(`facts and what was measured on PostgreSQL ${version}`, (test) => {
		for (const row of ROWS) {
			const measure = measureOf(row, version);
			if (!measure || measure.error !== undefined) continue;
			test(`${row.group}: ${row.statement}`, async () => {
				const setup = SETUPS[row.statement];
				const reader = await readerOf(version, FIXTURE, setup);
				const found = expected(reader, statementsOf(row));
				assert.is(found.transactional, measure.inTransaction !== false);
				if (!measure.locks) return;
				const measured = effectsOf(measure, (name) => TABLES.has(name));
				// Outside a transaction, only locks were looked at.
				const facts = measure.inTransaction === false ? (['lock'] as const) : FACTS;
				const all = facts.flatMap((fact) => differences(found.effects, measured, fact));
				if (Object.hasOwn(DIFFERENT, row.statement)) assert.is.not(all.length, 0);
				else assert.equal(all, []);
			});
		}
	});
}
