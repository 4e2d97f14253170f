import type { Dialect } from '../dialect.ts';
import { standard } from '../standard/index.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import {
	createCheckConstraint,
	createExcludeConstraint,
	createForeignKey,
	createPrimaryKey,
	createUniqueConstraint,
} from './constraints.ts';
import { createEnum, dropEnum } from './enums.ts';
import { createFunction, dropFunction, replaceFunction } from './functions.ts';
import { createIndex, dropIndex } from './indexes.ts';
import {
	alterPolicy,
	createPolicy,
	disableRowLevelSecurity,
	dropPolicy,
	enableRowLevelSecurity,
	forceRowLevelSecurity,
	noForceRowLevelSecurity,
} from './policies.ts';
import { script } from './script.ts';
import { spelling } from './spelling.ts';
import { createTable, createTableComment, dropTableComment } from './tables.ts';
import { createTrigger, disableTrigger, dropTrigger, enableTrigger } from './triggers.ts';
import {
	createMaterializedView,
	createView,
	dropMaterializedView,
	dropView,
	refreshMaterializedView,
	replaceView,
} from './views.ts';

/** PostgreSQL 11 to 18. */
export const postgresql: Dialect = {
	name: 'postgresql',
	urlSchemes: ['postgresql', 'postgres'],
	spelling,
	compile: {
		...standard,
		addColumn,
		alterColumn,
		alterPolicy,
		createCheckConstraint,
		createEnum,
		createExcludeConstraint,
		createForeignKey,
		createFunction,
		createIndex,
		createMaterializedView,
		createPolicy,
		createPrimaryKey,
		createTable,
		createTableComment,
		createTrigger,
		createUniqueConstraint,
		createView,
		disableRowLevelSecurity,
		disableTrigger,
		dropEnum,
		dropFunction,
		dropIndex,
		dropMaterializedView,
		dropPolicy,
		dropTableComment,
		dropTrigger,
		dropView,
		enableRowLevelSecurity,
		enableTrigger,
		forceRowLevelSecurity,
		noForceRowLevelSecurity,
		refreshMaterializedView,
		replaceFunction,
		replaceView,
	},
	script,
};
