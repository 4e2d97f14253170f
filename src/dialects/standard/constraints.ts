import type { DeferrableOptions, ForeignKeyOptions } from '../../schema/constraints.ts';
import { statement } from '../../sql/statement.ts';
import { list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { needsOf } from './online.ts';

/** `CONSTRAINT name`, or nothing for a constraint the server names. */
export const constraintName = (name: string | undefined, q: Spelling): Sql | false =>
	name !== undefined && words('CONSTRAINT', q.name(name));

/** `DEFERRABLE INITIALLY DEFERRED` and the like; what is not said is not printed. */
export const timing = ({ deferrable, initially }: DeferrableOptions): Sql | false =>
	(deferrable !== undefined || initially !== undefined) &&
	words(
		deferrable === true && 'DEFERRABLE',
		deferrable === false && 'NOT DEFERRABLE',
		initially === 'DEFERRED' && 'INITIALLY DEFERRED',
		initially === 'IMMEDIATE' && 'INITIALLY IMMEDIATE',
	);

/** The columns of a list, quoted. */
export const names = (columns: readonly string[], q: Spelling): Sql => list(columns.map((column) => q.name(column)));

/**
 * What a foreign key says after the table it refers to.
 *
 * @param deleted - What stands after the action of ON DELETE.
 */
export const referenceOptions = (
	{ match, onDelete, onUpdate, ...rest }: ForeignKeyOptions,
	deleted?: Sql,
): Sql | false => {
	const options = words(
		match && raw(`MATCH ${match}`),
		onDelete && words(raw(`ON DELETE ${onDelete}`), deleted),
		onUpdate && raw(`ON UPDATE ${onUpdate}`),
		timing(rest),
	);
	return options.length > 0 && options;
};

export const dropConstraint: Compile<'dropConstraint'> = (op, q) => [
	statement(
		words('ALTER TABLE', q.qualified(op.table), 'DROP CONSTRAINT', op.ifExists && 'IF EXISTS', q.name(op.name)),
		needsOf(op),
	),
];
