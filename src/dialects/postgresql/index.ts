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
import { createDomain, dropDomain } from './domains.ts';
import { addEnumValue, createEnum, dropEnum, renameEnumValue } from './enums.ts';
import { createExtension, dropExtension } from './extensions.ts';
import { createFunction, dropFunction, replaceFunction } from './functions.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { alterOwner, setSchema } from './objects.ts';
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
import { reading } from './reading.ts';
import { renameConstraint, renameIndex } from './renames.ts';
import { replaceEnum } from './replace-enum.ts';
import { createSchema, dropSchema, renameSchema } from './schemas.ts';
import { script } from './script.ts';
import { alterSequence, createSequence, dropSequence } from './sequences.ts';
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
	reading,
	compile: {
		...standard,
		addColumn,
		addEnumValue,
		alterColumn,
		alterDefaultPrivileges,
		alterOwner,
		alterPolicy,
		alterSequence,
		alterStatistics,
		attachPartition,
		createCheckConstraint,
		createDomain,
		createEnum,
		createExcludeConstraint,
		createExtension,
		createForeignKey,
		createFunction,
		createIndex,
		createMaterializedView,
		createPartition,
		createPolicy,
		createPrimaryKey,
		createSchema,
		createSequence,
		createStatistics,
		createTable,
		createTableComment,
		createTrigger,
		createUniqueConstraint,
		createView,
		detachPartition,
		disableRowLevelSecurity,
		disableTrigger,
		dropDomain,
		dropEnum,
		dropExtension,
		dropFunction,
		dropIndex,
		dropMaterializedView,
		dropPolicy,
		dropSchema,
		dropSequence,
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
		renameConstraint,
		renameEnumValue,
		renameIndex,
		renameSchema,
		replaceEnum,
		replaceFunction,
		replaceView,
		revoke,
		revokeRole,
		setComment,
		setSchema,
		setStorageParameters,
		validateConstraint,
	},
	script,
	loadFacts: async () => (await import('./facts/reader.ts')).loadFacts(),
};
