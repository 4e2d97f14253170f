import { GenSqlError } from '../core/error.ts';
import { deepFreeze } from '../core/freeze.ts';
import { keysOf } from '../core/keys.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { constraintArgument } from '../schema/constraint-argument.ts';
import type { TableConstraint } from '../schema/constraints.ts';
import { type FinalName, givenName, type Named } from '../schema/final-name.ts';
import { droppedName } from '../schema/naming.ts';
import type { CreateCheckConstraint } from './create-check-constraint.ts';
import type { CreateExcludeConstraint } from './create-exclude-constraint.ts';
import type { CreateForeignKey } from './create-foreign-key.ts';
import type { CreatePrimaryKey } from './create-primary-key.ts';
import type { CreateUniqueConstraint } from './create-unique-constraint.ts';
import { type Online, type OnlineOptions, onlineOption } from './online.ts';
import type { OperationBase, OperationDefinition, Reversal } from './operation.ts';
import { bare, checkSameName, irreversible, restored, undoneBy } from './reversal.ts';

/** A constraint as the call that adds it to a table. */
type AddedConstraint =
	| CreateCheckConstraint
	| CreateExcludeConstraint
	| CreateForeignKey
	| CreatePrimaryKey
	| CreateUniqueConstraint;

/** Alembic's words for the kinds of constraints. */
export type ConstraintType = 'foreignkey' | 'primary' | 'unique' | 'check';

export interface DropConstraint extends OperationBase<'dropConstraint'>, Online {
	readonly name: string;
	readonly table: QualifiedName;
	/** The kind of the constraint: dialects that drop each kind in another way need it. */
	readonly type?: ConstraintType;
	readonly ifExists: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: AddedConstraint;
}

/** The same before its name is settled. */
type Draft = DropConstraint & Pick<Named, 'final'>;

export interface DropConstraintOptions extends OnlineOptions {
	readonly schema?: string;
	/** Succeed when there is no such constraint. Default `false`. */
	readonly ifExists?: boolean;
	/** What it is now, made by `uniqueConstraint()` and the like; undoing the drop needs it. */
	readonly was?: TableConstraint;
}

export interface DropConstraintMethod {
	/**
	 * Drop a constraint of a table.
	 *
	 * @param type - The kind of the constraint. PostgreSQL can do without; a naming convention completes names by it.
	 * @throws {GenSqlError} ARGUMENT_INVALID when the naming convention asks for more than the name and the table.
	 * @see https://www.postgresql.org/docs/current/sql-altertable.html
	 *
	 * @example
	 * op.dropConstraint('fk_message_author', 'message', 'foreignkey');
	 */
	dropConstraint(name: string | FinalName, table: string, type?: ConstraintType, options?: DropConstraintOptions): void;
}

/** The kind of constraint that each word means. */
const KINDS = {
	foreignkey: 'foreignKey',
	primary: 'primaryKey',
	unique: 'unique',
	check: 'check',
} as const satisfies Record<ConstraintType, string>;

const constraintType = check.oneOf(...keysOf(KINDS));

/** The call that adds each kind, and the word for it. */
const ADDED = {
	check: ['createCheckConstraint', 'check'],
	exclude: ['createExcludeConstraint', undefined],
	foreignKey: ['createForeignKey', 'foreignkey'],
	primaryKey: ['createPrimaryKey', 'primary'],
	unique: ['createUniqueConstraint', 'unique'],
} as const satisfies Record<TableConstraint['kind'], readonly [AddedConstraint['kind'], ConstraintType | undefined]>;

/** The kinds that can be added online. */
const ONLINE: readonly TableConstraint['kind'][] = ['check', 'foreignKey', 'unique'];

const options = { schema: check.name, ifExists: check.flag, ...onlineOption, was: constraintArgument };

/** What undoes the addition of a constraint. */
export function constraintReversal(op: AddedConstraint): Reversal {
	const { table, constraint } = op;
	if (constraint.name === undefined) {
		return irreversible('its name is the choice of the server', 'give it a name', table);
	}
	const [, type] = ADDED[constraint.kind];
	return undoneBy({
		kind: 'dropConstraint',
		name: constraint.name,
		table,
		...(type && { type }),
		ifExists: false,
		...('online' in op && op.online && { online: true }),
		was: bare(op),
	});
}

/** @throws {GenSqlError} ARGUMENT_INVALID when the constraint is of another kind, or has another name. */
function restoring(
	name: string,
	table: QualifiedName,
	type: ConstraintType | undefined,
	was: TableConstraint,
	online: boolean | undefined,
): AddedConstraint {
	checkSameName('dropConstraint', name, was.name);
	const [kind, word] = ADDED[was.kind];
	if (type !== undefined && type !== word) {
		throw new GenSqlError('ARGUMENT_INVALID', `dropConstraint: was is no constraint of the type '${type}'`);
	}
	return {
		kind,
		table,
		constraint: named(was, name),
		// The columns of a key stay NOT NULL without it: the key that comes back finds none that is nullable.
		...(was.kind === 'primaryKey' && { existingNullable: [] }),
		...(online !== undefined && ONLINE.some((other) => other === was.kind) && { online }),
	} as AddedConstraint;
}

const named = ({ final: _, ...constraint }: TableConstraint, name: string): TableConstraint =>
	deepFreeze({ ...constraint, name } as TableConstraint);

export const dropConstraint: OperationDefinition<DropConstraint, DropConstraintMethod['dropConstraint'], Draft> = {
	kind: 'dropConstraint',
	summary: 'Drop a constraint of a table.',
	options,

	create(name, table, type, given, ...rest) {
		check.noMore('dropConstraint', rest);
		const own = givenName(name, 'dropConstraint: name');
		const on = check.name(table, 'dropConstraint: table');
		const { schema, ifExists = false, online, was } = check.readOptions('dropConstraint', given, options);
		const word = type === undefined ? was && ADDED[was.kind][1] : constraintType(type, 'dropConstraint: type');
		const of = qualified(on, schema);
		return {
			kind: 'dropConstraint',
			...own,
			table: of,
			...(word && { type: word }),
			ifExists,
			...(online !== undefined && { online }),
			...(was && { was: restoring(own.name, of, word, was, online) }),
		};
	},

	reverse: ({ name, table, was }) =>
		restored(was, `the constraint "${name}"`, 'give { was: uniqueConstraint([…]) } or what it is', table),

	named(draft, naming) {
		const { final: _, ...op } = draft;
		if (op.type === undefined) return op;
		const name = droppedName(KINDS[op.type], draft, op.table, naming);
		return {
			...op,
			name,
			...(op.was && { was: { ...op.was, constraint: named(op.was.constraint, name) } as AddedConstraint }),
		};
	},
};
