import { functionsIn, rangeName } from '../../dialects/postgresql/catalog/trees.ts';
import { quoteString } from '../../dialects/postgresql/literals.ts';
import { addingColumn } from '../added-column.ts';
import { defineRule } from '../rule.ts';
import { spelled } from '../spelled.ts';

export const addColumnAutoIncrement = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD COLUMN of a serial or identity column, or with nextval() as its default.',
	why: 'Each row gets a number, for which nobody can read or write the table while all of it is written anew.',
	advice:
		'Create the sequence, add the column without a default, give it the default, fill the old rows in batches, and make it an identity column in the end.',
	op: "op.createSequence('account_number_seq');\nop.addColumn('account', column('number', t.bigInteger()));\nop.alterColumn('account', 'number', { serverDefault: sql`nextval('account_number_seq')` });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES'],
	covers: ['add-column-volatile-default', 'add-column-inline-unique'],
	beside: ['prefer-bigint', 'prefer-identity'],
	examples: {
		bad: [
			'ALTER TABLE account ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;',
			'ALTER TABLE account ADD COLUMN number bigserial;',
			"ALTER TABLE app.account ADD COLUMN number bigint DEFAULT nextval('numbers');",
			'ALTER TABLE account ADD COLUMN number bigserial PRIMARY KEY;',
			'ALTER TABLE "App".account ADD COLUMN number serial;',
		],
		good: [
			'CREATE TABLE account (name text PRIMARY KEY);\nALTER TABLE account ADD COLUMN number bigserial;',
			"ALTER TABLE account ADD COLUMN number bigint;\nALTER TABLE account ALTER COLUMN number SET DEFAULT nextval('numbers');",
			'ALTER TABLE account ADD COLUMN number bigint;',
		],
	},
	actions: {
		AT_AddColumn: addingColumn(({ has, isSerial, value, object, column, table, action }) => {
			const isCounting = functionsIn(value).some(({ name }) => name === 'nextval');
			if (!isSerial && !isCounting && !has('CONSTR_IDENTITY')) return undefined;
			const own = `${action.table.relname ?? ''}_${column.replaceAll('"', '')}_seq`;
			const sequence = spelled({ ...rangeName(action.table), name: own });
			const message = `"${object}" gets a number in each row`;
			if (isCounting || action.statement.cmds?.length !== 1) return { message };
			const instead = [
				`CREATE SEQUENCE ${sequence};`,
				`ALTER TABLE ${table} ADD COLUMN ${column} bigint;`,
				`ALTER TABLE ${table} ALTER COLUMN ${column} SET DEFAULT nextval(${quoteString(sequence)});`,
			];
			return { message, instead: isPlain(own) ? instead.join('\n') : undefined };
		}),
	},
});

const isPlain = (name: string): boolean => /^[a-z_][a-z0-9_]*$/.test(name);
