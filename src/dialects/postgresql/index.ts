import type { Dialect } from '../dialect.ts';
import { standard } from '../standard/index.ts';
import { addColumn } from './add-column.ts';
import {
	createCheckConstraint,
	createExcludeConstraint,
	createForeignKey,
	createPrimaryKey,
	createUniqueConstraint,
	validateConstraint,
} from './add-constraint.ts';
import { alterColumn } from './alter-column.ts';
import { setComment } from './comments.ts';
import { createEnum, dropEnum } from './enums.ts';
import { createFunction, dropFunction, replaceFunction } from './functions.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { attachPartition, createPartition, detachPartition } from './partitions.ts';
import {
	alterPolicy,
	createPolicy,
	disableRowLevelSecurity,
	dropPolicy,
	enableRowLevelSecurity,
	forceRowLevelSecurity,
	noForceRowLevelSecurity,
} from './policies.ts';
import { alterDefaultPrivileges, grant, grantRole, revoke, revokeRole } from './privileges.ts';
import { renameColumn, renameConstraint, renameIndex } from './renames.ts';
import { createSchema, dropSchema, renameSchema } from './schemas.ts';
import { script } from './script.ts';
import { spelling } from './spelling.ts';
import { alterStatistics, createStatistics, dropStatistics } from './statistics.ts';
import { setStorageParameters } from './storage.ts';
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
	isFile: false,
	hasTransactionalDdl: true,
	hasEnumTypes: true,
	spelling,
	compile: {
		...standard,
		addColumn,
		alterColumn,
		alterDefaultPrivileges,
		alterPolicy,
		alterStatistics,
		attachPartition,
		createCheckConstraint,
		createEnum,
		createExcludeConstraint,
		createForeignKey,
		createFunction,
		createIndex,
		createMaterializedView,
		createPartition,
		createPolicy,
		createPrimaryKey,
		createSchema,
		createStatistics,
		createTable,
		createTableComment,
		createTrigger,
		createUniqueConstraint,
		createView,
		detachPartition,
		disableRowLevelSecurity,
		disableTrigger,
		dropEnum,
		dropFunction,
		dropIndex,
		dropMaterializedView,
		dropPolicy,
		dropSchema,
		dropStatistics,
		dropTableComment,
		dropTrigger,
		dropView,
		enableRowLevelSecurity,
		enableTrigger,
		forceRowLevelSecurity,
		grant,
		grantRole,
		noForceRowLevelSecurity,
		refreshMaterializedView,
		renameColumn,
		renameConstraint,
		renameIndex,
		renameSchema,
		replaceFunction,
		replaceView,
		revoke,
		revokeRole,
		setComment,
		setStorageParameters,
		validateConstraint,
	},
	script,
};
