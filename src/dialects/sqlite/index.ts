import { words } from '../../sql/words.ts';
import type { Dialect } from '../dialect.ts';
import { refusals } from '../refusals.ts';
import { insertRows } from '../standard/data.ts';
import { standard } from '../standard/index.ts';
import { addColumn, alterColumn, dropColumn, renameColumn } from './columns.ts';
import {
	createCheckConstraint,
	createForeignKey,
	createPrimaryKey,
	createUniqueConstraint,
	dropConstraint,
} from './constraints.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { reading } from './reading.ts';
import { script } from './script.ts';
import { spelling } from './spelling.ts';
import { createTable } from './tables.ts';

/** SQLite 3.35 and later. */
export const sqlite: Dialect = {
	name: 'sqlite',
	urlSchemes: ['sqlite'],
	isFile: true,
	hasTransactionalDdl: true,
	hasEnumTypes: false,
	spelling,
	reading,
	compile: {
		...refusals,
		...standard,
		addColumn,
		alterColumn,
		bulkInsert: insertRows({ hasDefaultWord: false, emptyRow: words('DEFAULT VALUES') }),
		createCheckConstraint,
		createForeignKey,
		createIndex,
		createPrimaryKey,
		createTable,
		createUniqueConstraint,
		dropColumn,
		dropConstraint,
		dropIndex,
		renameColumn,
	},
	script,
};
