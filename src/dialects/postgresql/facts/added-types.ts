import type { ColumnType } from '../catalog/model.ts';
import { type NodeOf, nodeOf, nodesOf } from '../catalog/trees.ts';

/** The types of the columns that statements added to tables of which nothing else is known. */
export class AddedTypes {
	readonly #types: Map<string, ColumnType>;

	constructor(from?: AddedTypes) {
		this.#types = new Map(from ? from.#types : []);
	}

	of(table: string, column: string): ColumnType | undefined {
		return this.#types.get(keyOf(table, column));
	}

	/** @param read - Finds the type that a name means. */
	alter(
		table: string,
		commands: NodeOf<'AlterTableStmt'>['cmds'],
		read: (name: NodeOf<'TypeName'>) => ColumnType | undefined,
	): void {
		for (const { subtype, name = '', def, missing_ok: isOptional } of nodesOf(commands, 'AlterTableCmd')) {
			const column = nodeOf(def, 'ColumnDef');
			const key = keyOf(table, column?.colname ?? name);
			const type = column?.typeName && read(column.typeName);
			const isKnown =
				(subtype === 'AT_AddColumn' && !isOptional) || (subtype === 'AT_AlterColumnType' && this.#types.has(key));
			if (type && isKnown) this.#types.set(key, type);
			else if (subtype === 'AT_DropColumn') this.#types.delete(key);
		}
	}

	/** A column that has another name is not known any more. */
	rename(table: string, column: string): void {
		this.#types.delete(keyOf(table, column));
	}
}

const keyOf = (table: string, column: string): string => JSON.stringify([table, column]);
