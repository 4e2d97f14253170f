import type { OperationKind } from '../../../src/ops/index.ts';
import { addColumn } from './add-column.ts';
import { alterColumn } from './alter-column.ts';
import { alterDefaultPrivileges } from './alter-default-privileges.ts';
import { alterPolicy } from './alter-policy.ts';
import { alterStatistics } from './alter-statistics.ts';
import { attachPartition } from './attach-partition.ts';
import { bulkInsert } from './bulk-insert.ts';
import { createCheckConstraint } from './create-check-constraint.ts';
import { createEnum } from './create-enum.ts';
import { createExcludeConstraint } from './create-exclude-constraint.ts';
import { createForeignKey } from './create-foreign-key.ts';
import { createFunction } from './create-function.ts';
import { createIndex } from './create-index.ts';
import { createMaterializedView } from './create-materialized-view.ts';
import { createPartition } from './create-partition.ts';
import { createPolicy } from './create-policy.ts';
import { createPrimaryKey } from './create-primary-key.ts';
import { createSchema } from './create-schema.ts';
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
import { dropEnum } from './drop-enum.ts';
import { dropFunction } from './drop-function.ts';
import { dropIndex } from './drop-index.ts';
import { dropMaterializedView } from './drop-materialized-view.ts';
import { dropPolicy } from './drop-policy.ts';
import { dropSchema } from './drop-schema.ts';
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
import { renameIndex } from './rename-index.ts';
import { renameSchema } from './rename-schema.ts';
import { renameTable } from './rename-table.ts';
import { replaceFunction } from './replace-function.ts';
import { replaceView } from './replace-view.ts';
import { revoke } from './revoke.ts';
import { revokeRole } from './revoke-role.ts';
import { setComment } from './set-comment.ts';
import { setStorageParameters } from './set-storage-parameters.ts';
import { sqlFile } from './sql-file.ts';
import { validateConstraint } from './validate-constraint.ts';

/** The registry: one line per operation, sorted. */
export const examples: Readonly<Record<OperationKind, OperationExamples>> = {
	addColumn,
	alterColumn,
	alterPolicy,
	alterDefaultPrivileges,
	alterStatistics,
	attachPartition,
	bulkInsert,
	createCheckConstraint,
	createEnum,
	createExcludeConstraint,
	createForeignKey,
	createFunction,
	createIndex,
	createMaterializedView,
	createPolicy,
	createPartition,
	createPrimaryKey,
	createSchema,
	createStatistics,
	createTable,
	createTableComment,
	createTrigger,
	createUniqueConstraint,
	createView,
	disableRowLevelSecurity,
	disableTrigger,
	detachPartition,
	dropColumn,
	dropConstraint,
	dropEnum,
	dropFunction,
	dropIndex,
	dropMaterializedView,
	dropPolicy,
	dropSchema,
	dropStatistics,
	dropTable,
	dropTableComment,
	dropTrigger,
	dropView,
	enableRowLevelSecurity,
	enableTrigger,
	execute,
	forceRowLevelSecurity,
	noForceRowLevelSecurity,
	grant,
	grantRole,
	refreshMaterializedView,
	renameColumn,
	renameConstraint,
	renameIndex,
	renameSchema,
	renameTable,
	replaceFunction,
	replaceView,
	revoke,
	revokeRole,
	setComment,
	setStorageParameters,
	sqlFile,
	validateConstraint,
};
