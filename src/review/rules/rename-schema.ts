import { defineRule, NONE } from '../rule.ts';

export const renameSchema = defineRule({
	severity: 'error',
	group: 'clients',
	about: 'ALTER SCHEMA … RENAME TO, of a schema that the script did not create.',
	why: 'Every qualified name in clients, function bodies and search_path settings still says the old one, and fails.',
	advice:
		'Create the new schema, move object by object, and leave views under the old names until all clients have moved.',
	sources: ['https://www.postgresql.org/docs/current/sql-alterschema.html'],
	examples: {
		bad: [
			'ALTER SCHEMA app RENAME TO shop;',
			'ALTER SCHEMA "App" RENAME TO app;',
			'CREATE SCHEMA shop;\nALTER SCHEMA app RENAME TO legacy;',
		],
		good: [
			'CREATE SCHEMA app;\nALTER SCHEMA app RENAME TO shop;',
			'ALTER SCHEMA app OWNER TO shop;',
			'CREATE SCHEMA shop;',
		],
	},
	statements: {
		RenameStmt: ({ renameType, subname: name = '', newname = '' }, seen) =>
			renameType !== 'OBJECT_SCHEMA' || seen.history.made('schema', { name })
				? NONE
				: [{ object: name, message: `the schema "${name}" is renamed to "${newname}"` }],
	},
});
