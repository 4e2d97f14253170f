import type { QualifiedName } from '../../core/names.ts';
import { listedName, nodeOf, objectName, rangeName, stringsOf } from '../../dialects/postgresql/catalog/trees.ts';
import { kindOf } from '../../dialects/postgresql/tree-object.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import type { Passage } from '../passage.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

const KINDS = new Set([
	'OBJECT_VIEW',
	'OBJECT_MATVIEW',
	'OBJECT_FUNCTION',
	'OBJECT_PROCEDURE',
	'OBJECT_ROUTINE',
	'OBJECT_AGGREGATE',
	'OBJECT_TRIGGER',
]);

export const dropViewOrFunction = defineRule({
	severity: 'warning',
	group: 'clients',
	about: 'DROP of a view, a function, a procedure or a trigger that the script does not create.',
	why: 'Clients that use it fail, and what a trigger kept up is not kept up any more.',
	advice:
		'Where it stays, exchange it with CREATE OR REPLACE. Silent where the script creates one of that name, before or after.',
	sources: ['https://www.postgresql.org/docs/current/sql-createview.html'],
	examples: {
		bad: ['DROP VIEW recent;', 'DROP FUNCTION IF EXISTS app.tax(numeric);', 'DROP TRIGGER account_audit ON account;'],
		good: [
			'DROP VIEW recent;\nCREATE VIEW recent AS SELECT 1 AS one;',
			"DROP FUNCTION tax(numeric);\nCREATE FUNCTION tax(amount numeric, rate numeric) RETURNS numeric LANGUAGE sql AS 'SELECT amount * rate';",
			'CREATE VIEW recent AS SELECT 1 AS one;\nDROP VIEW recent;',
		],
	},
	statements: {
		DropStmt: ({ removeType, objects }, seen) => {
			if (!KINDS.has(removeType ?? '')) return NONE;
			const made = madeIn(seen.script);
			return (objects ?? [])
				.map((object) => (removeType === 'OBJECT_TRIGGER' ? triggerName(object) : objectName(object)))
				.filter((name) => !made.has(spelled(name)))
				.map((name) => ({ object: shown(name), message: `the ${kindOf(removeType)} "${shown(name)}" is dropped` }));
		},
	},
});

/** The last part is the trigger, the one before it the table; a trigger has no schema of its own. */
const triggerName = (object: Node): QualifiedName => ({
	name: stringsOf(nodeOf(object, 'List')?.items).slice(-2).join('.'),
});

/** The views, triggers and routines that a script makes. */
const madeBy = (script: Passage): readonly QualifiedName[] => [
	...script.all('ViewStmt').flatMap(({ view }) => (view ? rangeName(view) : [])),
	...script.all('CreateTableAsStmt').flatMap(({ into }) => (into?.rel ? rangeName(into.rel) : [])),
	...script.all('CreateTrigStmt').map(({ relation, trigname = '' }) => ({
		name: `${relation?.relname ?? ''}.${trigname}`,
	})),
	...script.all('CreateFunctionStmt').map(({ funcname }) => listedName(funcname)),
	...script.all('DefineStmt').map(({ defnames }) => listedName(defnames)),
];

const found = new WeakMap<Passage, ReadonlySet<string>>();

/** The same as SQL has them, found once for a script. */
function madeIn(script: Passage): ReadonlySet<string> {
	const made = found.get(script) ?? new Set(madeBy(script).map(spelled));
	found.set(script, made);
	return made;
}
