import * as check from '../schema/arguments.ts';
import { type CreateExtension, createExtension, type ExtensionDefinition } from './create-extension.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { restoredAlone } from './reversal.ts';

export interface DropExtension extends OperationBase<'dropExtension'> {
	readonly extension: string;
	readonly ifExists: boolean;
	readonly cascade: boolean;
	/** What it was; undoing the drop needs it. */
	readonly was?: CreateExtension;
}

export interface DropExtensionOptions {
	/** Succeed when it is not installed. Default `false`. */
	readonly ifExists?: boolean;
	/** Drop all that depends on it, such as columns of its types. Default `false`. */
	readonly cascade?: boolean;
	/** How it is installed now, as createExtension takes it: its schema, and its version when that is an old one. */
	readonly was?: ExtensionDefinition;
}

export interface DropExtensionMethod {
	/**
	 * Drop an extension and the objects that came with it.
	 *
	 * Fails when something else depends on them, unless `cascade` says that it goes, too.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-dropextension.html
	 *
	 * @example
	 * op.dropExtension('citext', { was: { schema: 'extensions' } });
	 */
	dropExtension(name: string, options?: DropExtensionOptions): void;
}

const options = {
	ifExists: check.flag,
	cascade: check.flag,
	was: check.definition<ExtensionDefinition>('the options of createExtension', [], ['cascade', 'ifNotExists']),
};

export const dropExtension: OperationDefinition<DropExtension, DropExtensionMethod['dropExtension']> = {
	kind: 'dropExtension',
	summary: 'Drop an extension.',
	options,

	create(name, given, ...rest) {
		check.noMore('dropExtension', rest);
		const extension = check.name(name, 'dropExtension: name');
		const { was, ...others } = check.readOptions('dropExtension', given, options);
		return {
			kind: 'dropExtension',
			extension,
			ifExists: false,
			cascade: false,
			...others,
			...(was && { was: createExtension.create(extension, was) }),
		};
	},

	reverse: (op) => restoredAlone(op, 'the extension', 'give { was: { schema } }'),
};
