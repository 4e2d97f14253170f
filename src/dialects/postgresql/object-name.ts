import type { QualifiedName } from '../../core/names.ts';
import type { CommentedType } from '../../ops/set-comment.ts';
import type { StoredType } from '../../ops/set-storage-parameters.ts';
import type { ObjectType } from '../../schema/object-type.ts';
import type { GrantableKind } from '../../schema/privileges.ts';
import type { ColumnType } from '../../sql/types.ts';
import { type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { functionSignature } from './function-signature.ts';
import { typeName } from './types.ts';

/** A type of object, in the words of operations. */
type AnyType = CommentedType | GrantableKind | ObjectType | StoredType;

const WORDS = {
	allFunctions: 'ALL FUNCTIONS IN SCHEMA',
	allProcedures: 'ALL PROCEDURES IN SCHEMA',
	allRoutines: 'ALL ROUTINES IN SCHEMA',
	allSequences: 'ALL SEQUENCES IN SCHEMA',
	allTables: 'ALL TABLES IN SCHEMA',
	constraint: 'CONSTRAINT',
	database: 'DATABASE',
	domain: 'DOMAIN',
	extension: 'EXTENSION',
	foreignTable: 'FOREIGN TABLE',
	function: 'FUNCTION',
	index: 'INDEX',
	materializedView: 'MATERIALIZED VIEW',
	policy: 'POLICY',
	procedure: 'PROCEDURE',
	routine: 'ROUTINE',
	schema: 'SCHEMA',
	sequence: 'SEQUENCE',
	statistics: 'STATISTICS',
	table: 'TABLE',
	trigger: 'TRIGGER',
	type: 'TYPE',
	view: 'VIEW',
} as const satisfies Record<AnyType, Uppercase<string>>;

/** `MATERIALIZED VIEW`, as it stands before the name of an object in ALTER, COMMENT ON and GRANT. */
export const objectWords = (type: AnyType): Sql => words(WORDS[type]);

/** The name of an object: that of a type is not taken for one of the server, that of a function has its signature. */
export function objectName(
	type: AnyType,
	name: QualifiedName,
	argumentTypes: readonly ColumnType[] | undefined,
	q: Spelling,
): Sql {
	if (type === 'type' || type === 'domain') return typeName(name);
	return argumentTypes ? functionSignature({ function: name, argumentTypes }, q) : q.qualified(name);
}
