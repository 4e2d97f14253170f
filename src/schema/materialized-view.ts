import type { SqlFragment } from '../sql/sql.ts';
import * as check from './arguments.ts';

/** What a materialized view is beside its query. */
export interface MaterializedViewOptions {
	/** Names of its columns; without them they are those of the query. */
	readonly columns?: readonly string[];
	/** Table access method. PostgreSQL 12 and later. */
	readonly using?: string;
	/** Storage parameters: `{ fillfactor: 70 }`. */
	readonly with?: Readonly<Record<string, string | number | boolean>>;
	readonly tablespace?: string;
	/** Run the query now. Without its rows it cannot be read before it is refreshed. Default `true`. */
	readonly withData?: boolean;
	readonly comment?: string | null;
}

/** A materialized view as createMaterializedView takes it. */
export interface MaterializedViewDefinition extends MaterializedViewOptions {
	/** A string is SQL. */
	readonly query: string | SqlFragment;
}

export const materializedViewOptions = {
	schema: check.name,
	columns: check.columnNames,
	using: check.name,
	with: check.parameters,
	tablespace: check.name,
	withData: check.flag,
	comment: check.textOrNull,
};
