import type { Dialect } from '../dialect.ts';
import { standard } from '../standard/index.ts';
import { addColumn } from './add-column.ts';
import {
	createCheckConstraint,
	createExcludeConstraint,
	createForeignKey,
	createPrimaryKey,
	createUniqueConstraint,
} from './add-constraint.ts';
import { alterColumn } from './alter-column.ts';
import { createEnum, dropEnum } from './enums.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { script } from './script.ts';
import { spelling } from './spelling.ts';
import { createTable, createTableComment, dropTableComment } from './tables.ts';

/** PostgreSQL 11 to 18. */
export const postgresql: Dialect = {
	name: 'postgresql',
	urlSchemes: ['postgresql', 'postgres'],
	isFile: false,
	hasTransactionalDdl: true,
	hasEnumTypes: true,
	spelling,
	compile: {
		...standard,
		addColumn,
		alterColumn,
		createCheckConstraint,
		createEnum,
		createExcludeConstraint,
		createForeignKey,
		createIndex,
		createPrimaryKey,
		createTable,
		createTableComment,
		createUniqueConstraint,
		dropEnum,
		dropIndex,
		dropTableComment,
	},
	script,
};
