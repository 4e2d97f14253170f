import * as check from '../schema/arguments.ts';
import type { OperationBase, OperationDefinition } from './operation.ts';
import { bare, irreversible, mayHaveBeenThere, undoneBy } from './reversal.ts';

/** How an extension is installed. */
export interface ExtensionDefinition {
	/** The schema for its objects, which has to be there. Default: the first of `search_path`. */
	readonly schema?: string;
	/** Default: the one that the server offers. */
	readonly version?: string;
}

export interface CreateExtension extends OperationBase<'createExtension'>, ExtensionDefinition {
	readonly extension: string;
	readonly cascade: boolean;
	readonly ifNotExists: boolean;
}

export interface CreateExtensionOptions extends ExtensionDefinition {
	/** Install the extensions that it needs as well. Default `false`. */
	readonly cascade?: boolean;
	/** Succeed when it is installed, in whatever schema and version. Default `false`. */
	readonly ifNotExists?: boolean;
}

export interface CreateExtensionMethod {
	/**
	 * Install an extension in the database.
	 *
	 * Most need a superuser, or a role that may create in the database where the extension is a trusted one.
	 *
	 * @see https://www.postgresql.org/docs/current/sql-createextension.html
	 *
	 * @example
	 * op.createExtension('citext', { schema: 'extensions' });
	 */
	createExtension(name: string, options?: CreateExtensionOptions): void;
}

const options = { schema: check.name, version: check.name, cascade: check.flag, ifNotExists: check.flag };

export const createExtension: OperationDefinition<CreateExtension, CreateExtensionMethod['createExtension']> = {
	kind: 'createExtension',
	summary: 'Install an extension.',
	options,

	create(name, given, ...rest) {
		check.noMore('createExtension', rest);
		return {
			kind: 'createExtension',
			extension: check.name(name, 'createExtension: name'),
			cascade: false,
			ifNotExists: false,
			...check.readOptions('createExtension', given, options),
		};
	},

	reverse(op) {
		if (op.ifNotExists) return mayHaveBeenThere('ifNotExists');
		if (op.cascade) {
			return irreversible(
				'which other extensions it installs is not known',
				'install each with a call of its own and leave cascade out',
			);
		}
		return undoneBy({
			kind: 'dropExtension',
			extension: op.extension,
			ifExists: false,
			cascade: false,
			was: bare(op),
		});
	},
};
