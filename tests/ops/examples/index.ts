import type { OperationKind } from '../../../src/ops/index.ts';
import { addColumn } from './add-column.ts';
import { addEnumValue } from './add-enum-value.ts';
import { alterColumn } from './alter-column.ts';
import { alterDefaultPrivileges } from './alter-default-privileges.ts';
import { alterOwner } from './alter-owner.ts';
import { alterPolicy } from './alter-policy.ts';
import { alterSequence } from './alter-sequence.ts';
import { alterStatistics } from './alter-statistics.ts';
import { attachPartition } from './attach-partition.ts';
import { bulkInsert } from './bulk-insert.ts';
import { createCheckConstraint } from './create-check-constraint.ts';
import { createDomain } from './create-domain.ts';
import { createEnum } from './create-enum.ts';
import { createExcludeConstraint } from './create-exclude-constraint.ts';
import { createExtension } from './create-extension.ts';
import { createForeignKey } from './create-foreign-key.ts';
import { createFunction } from './create-function.ts';
import { createIndex } from './create-index.ts';
import { createMaterializedView } from './create-materialized-view.ts';
import { createPartition } from './create-partition.ts';
import { createPolicy } from './create-policy.ts';
import { createPrimaryKey } from './create-primary-key.ts';
import { createSchema } from './create-schema.ts';
import { createSequence } from './create-sequence.ts';
import { createStatistics } from './create-statistics.ts';
import { createTable } from './create-table.ts';
import { createTableComment } from './create-table-comment.ts';
import { createTrigger } from './create-trigger.ts';
import { createUniqueConstraint } from './create-unique-constraint.ts';
import { createView } from './create-view.ts';
import { detachPartition } from './detach-partition.ts';
import { disableRowLevelSecurity } from './disable-row-level-security.ts';
import { disableTrigger } from './disable-trigger.ts';
import { dropColumn } from './drop-column.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropDomain } from './drop-domain.ts';
import { dropEnum } from './drop-enum.ts';
import { dropExtension } from './drop-extension.ts';
import { dropFunction } from './drop-function.ts';
import { dropIndex } from './drop-index.ts';
import { dropMaterializedView } from './drop-materialized-view.ts';
import { dropPolicy } from './drop-policy.ts';
import { dropSchema } from './drop-schema.ts';
import { dropSequence } from './drop-sequence.ts';
import { dropStatistics } from './drop-statistics.ts';
import { dropTable } from './drop-table.ts';
import { dropTableComment } from './drop-table-comment.ts';
import { dropTrigger } from './drop-trigger.ts';
import { dropView } from './drop-view.ts';
import { enableRowLevelSecurity } from './enable-row-level-security.ts';
import { enableTrigger } from './enable-trigger.ts';
import type { OperationExamples } from './examples.ts';
import { execute } from './execute.ts';
import { forceRowLevelSecurity } from './force-row-level-security.ts';
import { grant } from './grant.ts';
import { grantRole } from './grant-role.ts';
import { noForceRowLevelSecurity } from './no-force-row-level-security.ts';
import { refreshMaterializedView } from './refresh-materialized-view.ts';
import { renameColumn } from './rename-column.ts';
import { renameConstraint } from './rename-constraint.ts';
import { renameEnumValue } from './rename-enum-value.ts';
import { renameIndex } from './rename-index.ts';
import { renameSchema } from './rename-schema.ts';
import { renameTable } from './rename-table.ts';
import { replaceEnum } from './replace-enum.ts';
import { replaceFunction } from './replace-function.ts';
import { replaceView } from './replace-view.ts';
import { revoke } from './revoke.ts';
import { revokeRole } from './revoke-role.ts';
import { setComment } from './set-comment.ts';
import { setSchema } from './set-schema.ts';
import { setStorageParameters } from './set-storage-parameters.ts';
import { sqlFile } from './sql-file.ts';
import { validateConstraint } from './validate-constraint.ts';

/** The registry: one line per operation, sorted. */
export const examples: Readonly<Record<OperationKind, OperationExamples>> = {
	addColumn,
	addEnumValue,
	alterColumn,
	alterDefaultPrivileges,
	alterOwner,
	alterPolicy,
	alterSequence,
	alterStatistics,
	attachPartition,
	bulkInsert,
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
	dropColumn,
	dropConstraint,
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
	dropTable,
	dropTableComment,
	dropTrigger,
	dropView,
	enableRowLevelSecurity,
	enableTrigger,
	execute,
	forceRowLevelSecurity,
	grant,
	grantRole,
	noForceRowLevelSecurity,
	refreshMaterializedView,
	renameColumn,
	renameConstraint,
	renameEnumValue,
	renameIndex,
	renameSchema,
	renameTable,
	replaceEnum,
	replaceFunction,
	replaceView,
	revoke,
	revokeRole,
	setComment,
	setSchema,
	setStorageParameters,
	sqlFile,
	validateConstraint,
};
