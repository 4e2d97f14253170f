import { deepFreeze } from '../core/freeze.ts';
import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { checkArgument } from '../schema/constraint-argument.ts';
import type { CheckConstraint } from '../schema/constraints.ts';
import type { ColumnType } from '../sql/types.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, undoneBy } from './reversal.ts';

export interface CreateDomain extends OperationBase<'createDomain'> {
	readonly domain: QualifiedName;
	readonly type: ColumnType;
	readonly notNull: boolean;
	readonly serverDefault?: check.Value;
	readonly constraints: readonly CheckConstraint[];
}

export interface CreateDomainOptions {
	readonly schema?: string;
	/** Whether its values cannot be NULL. The manual advises to say so of the columns instead. Default `false`. */
	readonly notNull?: boolean;
	/** The value of a column of the domain that has no default of its own: a string is a literal. */
	readonly serverDefault?: check.Value;
	/** What each value, called VALUE, has to fulfil: made by `checkConstraint()`. */
	readonly constraints?: readonly CheckConstraint[];
}

export interface CreateDomainMethod {
	/**
	 * Create a domain: a type with conditions of its own.
	 *
	 * Columns of it are of the type `t.domain(name)`. The names of its constraints are those that are given, else the
	 * choice of the server: a naming convention has no say in them.
	 *
	 * @param type - What it is made of; a collation is one of the type.
	 * @throws {GenSqlError} OPERATION_UNSUPPORTED when a constraint is to wait, not valid or not inherited.
	 * @see https://www.postgresql.org/docs/current/sql-createdomain.html
	 *
	 * @example
	 * op.createDomain('email', t.text({ collation: 'C' }), {
	 * 	constraints: [checkConstraint("VALUE LIKE '%@%'", { name: 'email_has_at' })],
	 * });
	 */
	createDomain(name: string, type: ColumnType, options?: CreateDomainOptions): void;
}

const constraint: check.Check<CheckConstraint> = (given, label) => {
	const { final: _, ...own } = checkArgument(given, label);
	return deepFreeze(own);
};

const options = {
	schema: check.name,
	notNull: check.flag,
	serverDefault: check.value,
	constraints: check.listOf(constraint, 'constraints'),
};

export const createDomain: OperationDefinition<CreateDomain, CreateDomainMethod['createDomain']> = {
	kind: 'createDomain',
	summary: 'Create a domain.',
	options,

	create(name, type, given, ...rest) {
		check.noMore('createDomain', rest);
		const own = check.name(name, 'createDomain: name');
		const of = check.columnType(type, 'createDomain: type');
		const { schema, ...others } = check.readOptions('createDomain', given, options);
		return {
			kind: 'createDomain',
			domain: qualified(own, schema),
			type: of,
			notNull: false,
			constraints: [],
			...others,
		};
	},

	reverse: (op) => undoneBy({ kind: 'dropDomain', domain: op.domain, ifExists: false, cascade: false, was: bare(op) }),
	types: ({ type }) => ({ uses: [type] }),
};
