import { baseOf } from '../../dialects/postgresql/facts/type-change.ts';
import { addingColumn } from '../added-column.ts';
import { defineRule } from '../rule.ts';

export const addColumnConstrainedDomain = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'ADD COLUMN whose type is a domain with a check or NOT NULL.',
	why: 'The check is tried for each row, for which nobody can read or write the table while all of it is written anew.',
	advice:
		'Take the base type, and add a check to the table with NOT VALID. A domain is known when the script or the baseline creates it.',
	sources: ['https://www.postgresql.org/docs/current/sql-createdomain.html'],

	beside: ['create-domain-constraint'],
	examples: {
		bad: [
			"CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nALTER TABLE account ADD COLUMN mail email;",
			'CREATE DOMAIN app.seats AS bigint CHECK (VALUE > 0);\nALTER TABLE account ADD COLUMN seats app.seats DEFAULT 1;',
			'CREATE DOMAIN seats AS bigint CHECK (VALUE > 0);\nCREATE DOMAIN few_seats AS seats;\nALTER TABLE account ADD COLUMN seats few_seats;',
			'CREATE DOMAIN given AS text NOT NULL;\nALTER TABLE account ADD COLUMN name given;',
		],
		good: [
			'CREATE DOMAIN email AS text;\nALTER TABLE account ADD COLUMN mail email;',
			"CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');\nCREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ADD COLUMN mail email;",
			'ALTER TABLE account ADD COLUMN mail text;',
			'CREATE DOMAIN seats AS bigint CHECK (VALUE > 0);\nALTER TABLE account ADD COLUMN seats seats[];',
		],
	},
	actions: {
		AT_AddColumn: addingColumn(({ def, object, seen }) => {
			const type = def.typeName && seen.known.columnType(def.typeName);
			if (!type || !baseOf(type, seen.context).isConstrained) return undefined;
			return { message: `the constraints of the domain "${type.name}" are tried for each row of "${object}"` };
		}),
	},
});
