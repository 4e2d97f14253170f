import { objectName } from '../../dialects/postgresql/catalog/trees.ts';
import { kindOf } from '../../dialects/postgresql/tree-object.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const dropCascade = defineRule({
	severity: 'warning',
	group: 'data',
	about: 'Any DROP … CASCADE.',
	why: 'It also drops views, keys, defaults and columns that the script does not name, whatever they are in this database.',
	advice:
		'Drop what depends on the object by name, in the same script: then it fails where something else depends on it.',
	sources: ['https://www.postgresql.org/docs/current/ddl-depend.html'],
	beside: ['drop-schema', 'drop-type', 'drop-column'],
	examples: {
		bad: [
			'DROP SCHEMA app CASCADE;',
			'ALTER TABLE account DROP COLUMN plan CASCADE;',
			'DROP TYPE plan CASCADE;',
			'DROP SCHEMA IF EXISTS app, legacy CASCADE;',
		],
		good: [
			'CREATE TABLE scratch (id bigint PRIMARY KEY);\nDROP TABLE scratch CASCADE;',
			'CREATE VIEW recent AS SELECT 1 AS one;\nDROP VIEW recent CASCADE;',
			'CREATE SCHEMA scratch;\nDROP SCHEMA scratch CASCADE;',
		],
	},
	statements: {
		DropStmt: ({ behavior, removeType, objects }, seen) => {
			if (behavior !== 'DROP_CASCADE') return NONE;
			const names = (objects ?? []).map(objectName).filter((name) => !isOwn(removeType, name, seen));
			const kind = kindOf(removeType);
			return names.map((name) => ({
				object: shown(name),
				message: `the ${kind} "${shown(name)}" is dropped with all that depends on it`,
			}));
		},
	},
	actions: { AT_DropColumn: dropPart, AT_DropConstraint: dropPart },
});

function isOwn(kind: string | undefined, name: { readonly name: string }, seen: Seen): boolean {
	if (kind === 'OBJECT_SCHEMA') return seen.history.made('schema', name);
	return kind === 'OBJECT_TYPE' || kind === 'OBJECT_DOMAIN' ? seen.history.made('type', name) : seen.isNew(name);
}

function dropPart({ cmd, table, name }: Action, seen: Seen): Problems {
	if (cmd.behavior !== 'DROP_CASCADE' || seen.isNew(table)) return NONE;
	const kind = cmd.subtype === 'AT_DropColumn' ? 'column' : 'constraint';
	const part = shown({ name: cmd.name ?? '' });
	const message = `the ${kind} "${part}" of "${name}" is dropped with all that depends on it`;
	return [{ object: `${name}.${part}`, message }];
}
