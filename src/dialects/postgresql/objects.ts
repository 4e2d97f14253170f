import type { DatabaseObject, ObjectType } from '../../schema/object-type.ts';
import { statement } from '../../sql/statement.ts';
import { concat, list, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';
import { roleName } from './schemas.ts';
import { typeName } from './types.ts';

const WORDS = {
	table: 'TABLE',
	'foreign table': 'FOREIGN TABLE',
	view: 'VIEW',
	'materialized view': 'MATERIALIZED VIEW',
	sequence: 'SEQUENCE',
	type: 'TYPE',
	domain: 'DOMAIN',
	function: 'FUNCTION',
	procedure: 'PROCEDURE',
	routine: 'ROUTINE',
	extension: 'EXTENSION',
	schema: 'SCHEMA',
} as const satisfies { readonly [Type in ObjectType]: Uppercase<string> };

/** The types whose ALTER has IF EXISTS. */
const CONDITIONAL: ReadonlySet<ObjectType> = new Set([
	'table',
	'foreign table',
	'view',
	'materialized view',
	'sequence',
]);

/** `ALTER FUNCTION app.price_at(date)` */
function alter({ type, name, argumentTypes, ifExists }: DatabaseObject<ObjectType>, q: Spelling): Sql {
	if (ifExists && !CONDITIONAL.has(type)) {
		return unsupported('postgresql', `alter a ${type} only if it exists`, 'leave ifExists out');
	}
	const own = type === 'type' || type === 'domain' ? typeName(name) : q.qualified(name);
	return words(
		'ALTER',
		WORDS[type],
		ifExists && 'IF EXISTS',
		argumentTypes ? concat(own, list(argumentTypes.map((argument) => q.type(argument)))) : own,
	);
}

export const alterOwner: Compile<'alterOwner'> = (op, q) => [
	statement(words(alter(op, q), 'OWNER TO', roleName(op.owner, q))),
];

export const setSchema: Compile<'setSchema'> = (op, q) => [
	statement(words(alter(op, q), 'SET SCHEMA', q.name(op.newSchema))),
];
