import { addingColumn, clauseBody, later } from '../added-column.ts';
import { defineRule } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const addColumnInlineForeignKey = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'ADD COLUMN … REFERENCES another table.',
	why: 'Writes to the other table wait until the transaction ends. Rows are read only where the column has a default.',
	advice:
		'It is short in a transaction of its own with a lock_timeout. With a default, add the key in a statement of its own, NOT VALID.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-COLUMN'],
	beside: ['implicit-transaction', 'not-idempotent', 'foreign-key-without-index'],
	examples: {
		bad: [
			'ALTER TABLE invoice ADD COLUMN account_id bigint REFERENCES account (id);',
			'ALTER TABLE app.invoice ADD account_id bigint CONSTRAINT payer REFERENCES account ON DELETE SET NULL;',
			'ALTER TABLE invoice ADD COLUMN account_id bigint DEFAULT 1 REFERENCES account (id);',
			'ALTER TABLE app."Invoice" ADD COLUMN payer bigint DEFAULT 1 REFERENCES "Account" ON DELETE SET DEFAULT DEFERRABLE;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE invoice ADD COLUMN account_id bigint REFERENCES account (id);\nCREATE INDEX CONCURRENTLY invoice_account ON invoice (account_id);',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE invoice (id bigint PRIMARY KEY);\nALTER TABLE invoice ADD COLUMN account_id bigint REFERENCES account (id);\nCREATE INDEX invoice_account ON invoice (account_id);',
			'ALTER TABLE invoice ADD COLUMN account_id bigint;',
		],
	},
	actions: {
		AT_AddColumn: addingColumn((column) => {
			const key = column.has('CONSTR_FOREIGN');
			const other = key?.pktable;
			if (!other || column.seen.isNew(other)) return undefined;
			const message = `writes to "${shown(other)}" wait for the foreign key of "${column.object}"`;
			if (!column.value) return { message };
			const name = spelled(key.conname ?? `${column.action.table.relname}_${column.def.colname}_fkey`);
			const references = clauseBody(column, 'REFERENCES');
			return {
				message: `${message}, and both tables are read`,
				severity: 'warning',
				instead: later(
					column,
					['REFERENCES'],
					`ALTER TABLE ${column.table} ADD CONSTRAINT ${name} FOREIGN KEY (${column.column}) REFERENCES ${references} NOT VALID;`,
					`ALTER TABLE ${column.table} VALIDATE CONSTRAINT ${name};`,
				),
			};
		}),
	},
});
