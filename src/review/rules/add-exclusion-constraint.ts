import { addingConstraint } from '../added-constraint.ts';
import { defineRule } from '../rule.ts';

export const addExclusionConstraint = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD CONSTRAINT … EXCLUDE on a table that the script did not create.',
	why: 'Its index is built while nobody can read or write the table; it can be neither NOT VALID nor made of an index that is there.',
	advice: 'Add it while the table is new, or in a maintenance window.',
	sources: ['https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE'],
	examples: {
		bad: [
			'ALTER TABLE booking ADD CONSTRAINT apart EXCLUDE USING gist (room WITH =, during WITH &&);',
			'ALTER TABLE app.booking ADD EXCLUDE USING gist (during WITH &&);',
			'ALTER TABLE booking ADD EXCLUDE USING gist (during WITH &&) WHERE (paid);',
		],
		good: [
			'CREATE TABLE booking (id bigint PRIMARY KEY, during tstzrange, EXCLUDE USING gist (during WITH &&));',
			'CREATE TABLE booking (id bigint PRIMARY KEY, during tstzrange);\nALTER TABLE booking ADD EXCLUDE USING gist (during WITH &&);',
			'ALTER TABLE booking RENAME CONSTRAINT apart TO booking_apart;',
		],
	},
	actions: {
		AT_AddConstraint: addingConstraint('CONSTR_EXCLUSION', ({ owner }) => ({
			message: `the index of the constraint of "${owner}" is built under the strongest lock`,
		})),
	},
});
