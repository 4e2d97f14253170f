import { addingColumn } from '../added-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnStoredGenerated = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD COLUMN … GENERATED ALWAYS AS (…) STORED.',
	why: 'The value of each row is computed and stored, for which nobody can read or write the table while all of it is written anew.',
	advice:
		'Add a plain column, keep it up with a trigger, and fill the old rows in batches. From version 18 on, a VIRTUAL column costs nothing.',
	op: "op.addColumn('account', column('mail', t.text()));",
	sources: ['https://www.postgresql.org/docs/current/ddl-generated-columns.html'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN mail text GENERATED ALWAYS AS (lower(email)) STORED;',
			'ALTER TABLE app.account ADD mail text GENERATED ALWAYS AS (lower(email)) STORED;',
			'ALTER TABLE account ADD COLUMN IF NOT EXISTS total numeric GENERATED ALWAYS AS (net + tax) STORED;',
		],
		good: [
			'ALTER TABLE account ADD COLUMN mail text GENERATED ALWAYS AS (lower(email)) VIRTUAL;',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nALTER TABLE account ADD COLUMN mail text GENERATED ALWAYS AS (lower(email)) STORED;',
			'ALTER TABLE account ADD COLUMN mail text;',
		],
	},
	actions: {
		AT_AddColumn: addingColumn(({ has, object, text }) => {
			const generated = has('CONSTR_GENERATED');
			if (!generated || generated.generated_kind === 'v') return undefined;
			return { message: `"${object}" is computed and stored in each row`, instead: text && `${text.head};` };
		}),
	},
});
