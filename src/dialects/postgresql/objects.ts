import type { DatabaseObject, ObjectType } from '../../schema/object-type.ts';
import { statement } from '../../sql/statement.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';
import { objectName, objectWords } from './object-name.ts';
import { roleName } from './schemas.ts';

/** The types whose ALTER has IF EXISTS. */
const CONDITIONAL: ReadonlySet<ObjectType> = new Set(['table', 'foreignTable', 'view', 'materializedView', 'sequence']);

/** `ALTER FUNCTION app.price_at(date)` */
function alter({ type, name, argumentTypes, ifExists }: DatabaseObject<ObjectType>, q: Spelling): Sql {
	if (ifExists && !CONDITIONAL.has(type)) {
		return unsupported('postgresql', `alter a ${type} only if it exists`, 'leave ifExists out');
	}
	return words('ALTER', objectWords(type), ifExists && 'IF EXISTS', objectName(type, name, argumentTypes, q));
}

export const alterOwner: Compile<'alterOwner'> = (op, q) => [
	statement(words(alter(op, q), 'OWNER TO', roleName(op.owner, q))),
];

export const setSchema: Compile<'setSchema'> = (op, q) => [
	statement(words(alter(op, q), 'SET SCHEMA', q.name(op.newSchema))),
];
