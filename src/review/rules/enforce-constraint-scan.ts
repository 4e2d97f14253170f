import { nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';

export const enforceConstraintScan = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'ALTER CONSTRAINT … ENFORCED, which PostgreSQL has from version 18 on.',
	why: 'Both tables of the foreign key are read meanwhile: nobody can read or write the one, nobody can write to the other.',
	advice:
		'Add the key a second time under another name, NOT VALID; validate it in another transaction, while others read and write; then drop the one that is not enforced.',
	op: "op.createForeignKey('payer', 'invoice', 'account', ['account_id'], ['id'], { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ALTER-CONSTRAINT'],
	beside: ['add-foreign-key-locks-referenced', 'foreign-key-without-index'],
	given: { version: 18 },
	examples: {
		bad: [
			'ALTER TABLE invoice ALTER CONSTRAINT payer ENFORCED;',
			'ALTER TABLE app."Invoice" ALTER CONSTRAINT "Payer" ENFORCED;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint CONSTRAINT payer REFERENCES account (id) NOT ENFORCED);\nALTER TABLE invoice ALTER CONSTRAINT payer ENFORCED;',
		],
		good: [
			'ALTER TABLE invoice ALTER CONSTRAINT payer NOT ENFORCED;',
			'ALTER TABLE invoice ALTER CONSTRAINT payer DEFERRABLE INITIALLY DEFERRED;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint CONSTRAINT payer REFERENCES account (id));\nALTER TABLE invoice ALTER CONSTRAINT payer ENFORCED;',
			'CREATE TABLE invoice (id bigint PRIMARY KEY, payer bigint CONSTRAINT payer REFERENCES account (id) NOT ENFORCED);\nALTER TABLE invoice ALTER CONSTRAINT payer ENFORCED;',
		],
	},
	actions: {
		AT_AlterConstraint: ({ cmd, table, name }, seen) => {
			const change = nodeOf(cmd.def, 'ATAlterConstraint');
			if (!change?.alterEnforceability || !change.is_enforced || !seen.goesThrough(table, 'scan')) return NONE;
			const constraint = change.conname ?? '';
			const message = `the rows of "${name}" and of the table it refers to are read to enforce "${constraint}"`;
			return [{ object: `${name}.${constraint}`, message }];
		},
	},
});
