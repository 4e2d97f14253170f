import type { QualifiedName } from '../../core/names.ts';
import { droppedBy } from '../drops.ts';
import type { Passage } from '../passage.ts';
import { defineRule } from '../rule.ts';
import { shown } from '../spelled.ts';

export const dropSchema = defineRule({
	severity: 'error',
	group: 'data',
	about: 'DROP SCHEMA of a schema that the script did not create.',
	why: 'With CASCADE, all that is in the schema is gone; without it, the statement fails unless the schema is empty.',
	advice:
		'Drop what is in the schema by name, and the empty schema in a later release. Where it takes back what created the schema, in the same file or in the one before, it is advice.',
	sources: ['https://www.postgresql.org/docs/current/sql-dropschema.html'],
	examples: {
		bad: ['DROP SCHEMA app;', 'DROP SCHEMA IF EXISTS app, legacy;', 'DROP SCHEMA app RESTRICT;'],
		good: [
			'CREATE SCHEMA scratch;\nDROP SCHEMA scratch;',
			'CREATE SCHEMA IF NOT EXISTS app;',
			'CREATE VIEW app AS SELECT 1 AS one;',
		],
	},
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_SCHEMA')
				.filter((name) => !seen.history.made('schema', name))
				.map((name) => ({
					object: shown(name),
					message: `the schema "${shown(name)}" is dropped`,
					...(isMade(name, seen.undone) && { severity: 'info' as const }),
				})),
	},
});

const isMade = ({ name }: QualifiedName, by: Passage | undefined): boolean =>
	by?.has('CreateSchemaStmt', ({ schemaname }) => schemaname === name) ?? false;
