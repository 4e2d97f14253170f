import { type QualifiedName, qualified } from '../core/names.ts';
import * as check from '../schema/arguments.ts';
import { type ColumnType, isColumnType } from '../sql/types.ts';
import { type CreateDomain, type CreateDomainOptions, createDomain } from './create-domain.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { inSchema, restoredAlone } from './reversal.ts';

export interface DropDomain extends OperationBase<'dropDomain'> {
	readonly domain: QualifiedName;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateDomain;
}

/** A domain as createDomain takes it. */
export interface DomainDefinition extends Omit<CreateDomainOptions, 'schema'> {
	readonly type: ColumnType;
}

export interface DropDomainOptions {
	readonly schema?: string;
	/** Succeed when there is no such domain. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop the columns of the domain as well, and what else depends on it. Default `false`. */
	readonly cascade?: boolean;
	/** What it is now: its type, or an object that holds it and the options of createDomain; undoing the drop needs it. */
	readonly was?: ColumnType | DomainDefinition;
}

export interface DropDomainMethod {
	/**
	 * Drop a domain.
	 *
	 * Fails when a column, a function or another object still uses it, unless `cascade` says that it goes, too.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropdomain.html
	 *
	 * @example
	 * op.dropDomain('email', { was: t.text() });
	 */
	dropDomain(name: string, options?: DropDomainOptions): void;
}

const definition = check.definition<DomainDefinition>('the type of a domain', ['type']);

const options = {
	schema: check.name,
	ifExists: check.flag,
	cascade: check.flag,
	was: (given: unknown, label: string) => definition(isColumnType(given) ? { type: given } : given, label),
};

export const dropDomain: OperationDefinition<DropDomain, DropDomainMethod['dropDomain']> = {
	kind: 'dropDomain',
	summary: 'Drop a domain.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropDomain', rest);
		const own = check.name(name, 'dropDomain: name');
		const { schema, was, ...others } = check.readOptions('dropDomain', given, options);
		return {
			kind: 'dropDomain',
			domain: qualified(own, schema),
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: restoring(own, schema, was) }),
		};
	},

	reverse: (op) => restoredAlone(op, 'the domain', 'give { was: its type }'),
};

const restoring = (name: string, schema: string | undefined, { type, ...options }: DomainDefinition): CreateDomain =>
	createDomain.create(name, type, { ...options, ...inSchema(schema) });
