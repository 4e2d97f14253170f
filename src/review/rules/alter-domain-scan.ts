import { listedName, type NodeOf, nodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { listed, shown, spelled } from '../spelled.ts';

export const alterDomainScan = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ALTER DOMAIN … ADD CONSTRAINT without NOT VALID, SET NOT NULL, or VALIDATE CONSTRAINT.',
	why: 'Every table with a column of the domain is read, one after the other, and nobody can write to any of them until the last one is done.',
	advice:
		'Add the constraint NOT VALID: new values are tried from then on, and nothing is read. Validate it when few write. Silent where no table that others use has the domain; a warning where the domain is not known.',
	op: 'op.execute("ALTER DOMAIN email ADD CONSTRAINT email_given CHECK (VALUE <> \'\') NOT VALID");',
	sources: ['https://www.postgresql.org/docs/current/sql-alterdomain.html'],
	examples: {
		bad: [
			"ALTER DOMAIN email ADD CONSTRAINT email_given CHECK (VALUE <> '');",
			'ALTER DOMAIN app."Email" SET NOT NULL;',
			'ALTER DOMAIN email VALIDATE CONSTRAINT email_given;',
		],
		good: [
			"ALTER DOMAIN email ADD CONSTRAINT email_given CHECK (VALUE <> '') NOT VALID;",
			'ALTER DOMAIN email DROP NOT NULL;',
			"CREATE DOMAIN email AS text;\nCREATE TABLE account (email email PRIMARY KEY);\nALTER DOMAIN email ADD CHECK (VALUE <> '');",
			"ALTER DOMAIN email SET DEFAULT '';",
		],
	},
	statements: {
		AlterDomainStmt: (statement, seen) => {
			const name = listedName(statement.typeName);
			const words = stricter(statement);
			if (words === undefined || seen.history.made('type', name)) return NONE;
			const object = shown(name);
			const instead = notValid(statement, seen);
			if (!seen.known.type(name)) {
				const message = `tables with columns of "${object}" are read, and writes to them wait, to ${words}`;
				return [{ object, message, instead, severity: 'warning' }];
			}
			const tables = seen.existing.filter(({ scan }) => scan).map((table) => table.name);
			if (tables.length === 0) return NONE;
			return [{ object, message: `writes to ${listed(tables)} wait while all rows are read to ${words}`, instead }];
		},
	},
});

/** What makes the domain stricter for the values that are there. */
function stricter({ subtype, def }: NodeOf<'AlterDomainStmt'>): string | undefined {
	if (subtype === 'C') return nodeOf(def, 'Constraint')?.skip_validation ? undefined : 'try the constraint';
	if (subtype === 'O') return 'see that there is no NULL';
	return subtype === 'V' ? 'validate the constraint' : undefined;
}

function notValid({ subtype, typeName, def }: NodeOf<'AlterDomainStmt'>, { text }: Seen): string | undefined {
	const name = listedName(typeName);
	const constraint = spelled(`${name.name}_not_null`);
	if (subtype === 'O')
		return `ALTER DOMAIN ${spelled(name)} ADD CONSTRAINT ${constraint} CHECK (VALUE IS NOT NULL) NOT VALID;`;
	return subtype === 'C' && nodeOf(def, 'Constraint')?.contype === 'CONSTR_CHECK' ? `${text} NOT VALID;` : undefined;
}
