import { type NamedKind, namesGiven } from '../given-names.ts';
import { defineRule } from '../rule.ts';

export const namingConvention = defineRule({
	severity: 'off',
	group: 'text',
	about: 'A name that does not follow the pattern which is set for its kind.',
	why: 'Names that follow one pattern can be told by everybody, and found by tools.',
	advice:
		'Set a regular expression for each kind of name that has a pattern: --rule naming-convention=warning --rule "naming-convention.index=_idx$". Other kinds are not looked at, and neither are names that are there already.',
	sources: ['https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS'],
	options: {
		schema: '',
		table: '',
		view: '',
		column: '',
		index: '',
		sequence: '',
		type: '',
		function: '',
		primaryKey: '',
		unique: '',
		foreignKey: '',
		check: '',
	},
	given: { options: { table: '^[a-z_]+$', column: '^[a-z_]+$', index: '_idx$', foreignKey: '_fkey$' } },
	beside: ['add-foreign-key-locks-referenced'],
	examples: {
		bad: [
			'CREATE TABLE "Account" (id bigint PRIMARY KEY);',
			'ALTER TABLE app.account ADD COLUMN "createdAt" timestamptz, ADD COLUMN note text;',
			'CREATE INDEX CONCURRENTLY account_plan ON account (plan);',
			'CREATE TABLE invoice (account_id bigint PRIMARY KEY CONSTRAINT fk_account REFERENCES account);',
			'ALTER INDEX account_plan_idx RENAME TO idx_account_plan;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, plan text CONSTRAINT "Plan given" CHECK (plan IS NOT NULL));',
			'CREATE INDEX CONCURRENTLY account_plan_idx ON "Account" (plan);',
			'CREATE INDEX CONCURRENTLY ON account (plan);',
			'CREATE TEMP TABLE "Account" (id bigint);',
			'CREATE TABLE invoice (account_id bigint PRIMARY KEY REFERENCES account CONSTRAINT positive CHECK (account_id > 0));',
		],
	},
	every: (seen, options) =>
		namesGiven(seen).flatMap(({ kind, name, object }) => {
			const pattern = options[kind];
			const isFit = typeof pattern !== 'string' || pattern === '' || patternOf(pattern).test(name);
			return isFit ? [] : { object, message: `the name "${name}" of a ${KINDS[kind] ?? kind} does not fit ${pattern}` };
		}),
});

const KINDS: { readonly [Kind in NamedKind]?: string } = { primaryKey: 'primary key', foreignKey: 'foreign key' };

const patterns = new Map<string, RegExp>();

function patternOf(text: string): RegExp {
	const found = patterns.get(text) ?? new RegExp(text, 'u');
	patterns.set(text, found);
	return found;
}
