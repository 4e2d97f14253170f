import { dropConstraint } from './constraints.ts';
import { bulkInsert, execute, sqlFile } from './data.ts';
import { dropColumn, dropTable, renameColumn, renameTable } from './tables.ts';

/** DDL that dialects spell alike. A dialect spreads this, adds what it alone says, and replaces what it spells differently. */
export const standard = {
	bulkInsert,
	dropColumn,
	dropConstraint,
	dropTable,
	execute,
	renameColumn,
	renameTable,
	sqlFile,
};
