import { droppedBy } from '../drops.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const dropSequence = defineRule({
	severity: 'warning',
	group: 'data',
	about: 'DROP SEQUENCE of a sequence that the script did not create.',
	why: 'How far it had counted is gone: one created again starts anew and gives out numbers that are in use.',
	advice:
		'Where columns take their default from it, drop the defaults first. Note the last value if numbers must not come twice.',
	sources: ['https://www.postgresql.org/docs/current/sql-dropsequence.html'],
	examples: {
		bad: ['DROP SEQUENCE invoice_number;', 'DROP SEQUENCE IF EXISTS app.invoice_number;', 'DROP SEQUENCE a, b;'],
		good: [
			'CREATE SEQUENCE scratch;\nDROP SEQUENCE scratch;',
			'CREATE TEMP SEQUENCE scratch;\nDROP SEQUENCE scratch;',
			'ALTER SEQUENCE invoice_number OWNED BY NONE;',
		],
	},
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_SEQUENCE')
				.filter((name) => !seen.isNew(name))
				.map((name) => ({ object: shown(name), message: `the sequence "${shown(name)}" is dropped with its value` })),
	},
});
