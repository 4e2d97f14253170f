import type { Dialect } from '../dialect.ts';
import { refusals } from '../refusals.ts';
import { standard } from '../standard/index.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn, dropColumn, renameColumn } from './columns.ts';
import {
	createCheckConstraint,
	createForeignKey,
	createPrimaryKey,
	createUniqueConstraint,
	dropConstraint,
} from './constraints.ts';
import { bulkInsert, execute, sqlFile } from './data.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { reading } from './reading.ts';
import { script } from './script.ts';
import { spelling } from './spelling.ts';
import { createTable, createTableComment, dropTableComment, renameTable } from './tables.ts';

/** MySQL 8.0.19 and later. */
export const mysql: Dialect = {
	name: 'mysql',
	urlSchemes: ['mysql'],
	isFile: false,
	hasTransactionalDdl: false,
	hasEnumTypes: false,
	spelling,
	reading,
	compile: {
		...refusals,
		...standard,
		addColumn,
		alterColumn,
		bulkInsert,
		createCheckConstraint,
		createForeignKey,
		createIndex,
		createPrimaryKey,
		createTable,
		createTableComment,
		createUniqueConstraint,
		dropColumn,
		dropConstraint,
		dropIndex,
		dropTableComment,
		execute,
		renameColumn,
		renameTable,
		sqlFile,
	},
	script,
};
