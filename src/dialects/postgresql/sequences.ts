import type { ColumnReference } from '../../schema/constraints.ts';
import type { SequenceOptions } from '../../schema/sequence.ts';
import { statement } from '../../sql/statement.ts';
import type { ColumnType } from '../../sql/types.ts';
import { joined, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';
import { counting } from './identity.ts';
import { serialType } from './types.ts';

interface Settings extends SequenceOptions {
	readonly type?: ColumnType;
	readonly ownedBy?: ColumnReference | null;
}

function asType(type: ColumnType, q: Spelling): Sql {
	if (serialType(type)) return words('AS', q.type(type));
	const hint = 'a sequence is a t.smallInteger(), a t.integer() or a t.bigInteger()';
	return unsupported('postgresql', `count in the type "${type.name}"`, hint);
}

/** `AS integer INCREMENT BY 2 OWNED BY user.id`; undefined when nothing is said. */
function settings({ type, ownedBy, ...options }: Settings, q: Spelling): Sql | undefined {
	const counted = counting(options);
	const clauses = [
		type && asType(type, q),
		counted.length > 0 && raw(counted.join(' ')),
		ownedBy === null && words('OWNED BY NONE'),
		ownedBy && words('OWNED BY', joined([q.qualified(ownedBy.table), q.name(ownedBy.column)], '.')),
	].filter((clause) => clause !== undefined && clause !== false && clause !== null);
	return clauses.length > 0 ? words(...clauses) : undefined;
}

export const createSequence: Compile<'createSequence'> = ({ sequence, unlogged, ifNotExists, ...op }, q) => [
	statement(
		words(
			'CREATE',
			unlogged && 'UNLOGGED',
			'SEQUENCE',
			ifNotExists && 'IF NOT EXISTS',
			q.qualified(sequence),
			settings(op, q),
		),
	),
];

/** The server takes SET UNLOGGED in a statement of its own. */
export const alterSequence: Compile<'alterSequence'> = ({ sequence, unlogged, restart, ifExists, ...op }, q) => {
	const altered = words('ALTER SEQUENCE', ifExists && 'IF EXISTS', q.qualified(sequence));
	const changed = settings(op, q);
	const again = restart !== undefined && raw(restart === true ? 'RESTART' : `RESTART WITH ${restart}`);
	return [
		...(changed || again ? [statement(words(altered, changed, again))] : []),
		...(unlogged === undefined ? [] : [statement(words(altered, unlogged ? 'SET UNLOGGED' : 'SET LOGGED'))]),
	];
};

export const dropSequence: Compile<'dropSequence'> = ({ sequence, ifExists, cascade }, q) => [
	statement(words('DROP SEQUENCE', ifExists && 'IF EXISTS', q.qualified(sequence), cascade && 'CASCADE')),
];
