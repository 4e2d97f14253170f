import type { QualifiedName } from '../../core/names.ts';
import { objectName, rangeName } from '../../dialects/postgresql/catalog/trees.ts';
import { kindOf } from '../../dialects/postgresql/tree-object.ts';
import { defineRule, NONE } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

/** What clients call by its name. Tables, columns, schemas and labels have rules of their own. */
const CALLED = new Set([
	'OBJECT_VIEW',
	'OBJECT_MATVIEW',
	'OBJECT_TYPE',
	'OBJECT_DOMAIN',
	'OBJECT_FUNCTION',
	'OBJECT_PROCEDURE',
	'OBJECT_ROUTINE',
	'OBJECT_AGGREGATE',
	'OBJECT_SEQUENCE',
	'OBJECT_FOREIGN_TABLE',
	'OBJECT_ATTRIBUTE',
]);

export const renameObject = defineRule({
	severity: 'warning',
	group: 'clients',
	about: 'The rename of a view, a type, a function or a sequence, and SET SCHEMA of anything.',
	why: 'Clients and function bodies that use the old name fail as soon as it is committed.',
	advice:
		'Create the object under the new name beside the old one, let clients move, and drop the old one later. Silent where another type or view of the script gets the old name.',
	sources: ['https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH'],
	examples: {
		bad: [
			'ALTER VIEW recent RENAME TO latest;',
			'ALTER TABLE account SET SCHEMA app;',
			'ALTER FUNCTION tax(numeric) RENAME TO vat;',
			'ALTER SEQUENCE invoice_number RENAME TO invoice_no;',
		],
		good: [
			'CREATE VIEW recent AS SELECT 1 AS one;\nALTER VIEW recent RENAME TO latest;',
			'ALTER INDEX account_email RENAME TO account_mail;',
			'ALTER TABLE account RENAME CONSTRAINT account_email_key TO account_mail_key;',
			"CREATE TYPE plan AS ENUM ('free');\nALTER TYPE plan SET SCHEMA app;",
			"ALTER TYPE plan RENAME TO plan_old;\nCREATE TYPE plan AS ENUM ('free');",
		],
	},
	beside: ['create-enum'],
	statements: {
		RenameStmt: ({ renameType, relation, object, newname = '' }, seen) => {
			const name = relation ? rangeName(relation) : objectName(object);
			if (!CALLED.has(renameType ?? '') || isOwn(name, seen) || isNamedAgain(renameType, name, seen)) return NONE;
			const message = `the ${kindOf(renameType)} "${shown(name)}" is renamed to "${newname}"`;
			return [{ object: shown(name), message }];
		},
		AlterObjectSchemaStmt: ({ objectType, relation, object, newschema = '' }, seen) => {
			const name = relation ? rangeName(relation) : objectName(object);
			if (isOwn(name, seen)) return NONE;
			const message = `the ${kindOf(objectType)} "${shown(name)}" is moved to the schema "${newschema}"`;
			return [{ object: shown(name), message }];
		},
	},
});

/** Whether another type or view behind it gets the old name. */
const isNamedAgain = (type: string | undefined, { name }: QualifiedName, { later }: Seen): boolean =>
	(type === 'OBJECT_TYPE' && later.naming('type', name).length > 0) ||
	(type === 'OBJECT_VIEW' && later.naming('view', name).length > 0);

const isOwn = (name: QualifiedName, seen: Seen): boolean =>
	seen.isNew(name) || seen.history.made('type', name) || seen.history.made('function', name);
