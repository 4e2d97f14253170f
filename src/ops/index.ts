import { type AddColumnMethod, addColumn } from './add-column.ts';
import { type AlterColumnMethod, alterColumn } from './alter-column.ts';
import { type AlterDefaultPrivilegesMethod, alterDefaultPrivileges } from './alter-default-privileges.ts';
import { type AlterPolicyMethod, alterPolicy } from './alter-policy.ts';
import { type AlterStatisticsMethod, alterStatistics } from './alter-statistics.ts';
import { type AttachPartitionMethod, attachPartition } from './attach-partition.ts';
import { type BulkInsertMethod, bulkInsert } from './bulk-insert.ts';
import type { ContextMethods } from './context.ts';
import { type CreateCheckConstraintMethod, createCheckConstraint } from './create-check-constraint.ts';
import { type CreateEnumMethod, createEnum } from './create-enum.ts';
import { type CreateExcludeConstraintMethod, createExcludeConstraint } from './create-exclude-constraint.ts';
import { type CreateForeignKeyMethod, createForeignKey } from './create-foreign-key.ts';
import { type CreateFunctionMethod, createFunction } from './create-function.ts';
import { type CreateIndexMethod, createIndex } from './create-index.ts';
import { type CreateMaterializedViewMethod, createMaterializedView } from './create-materialized-view.ts';
import { type CreatePartitionMethod, createPartition } from './create-partition.ts';
import { type CreatePolicyMethod, createPolicy } from './create-policy.ts';
import { type CreatePrimaryKeyMethod, createPrimaryKey } from './create-primary-key.ts';
import { type CreateSchemaMethod, createSchema } from './create-schema.ts';
import { type CreateStatisticsMethod, createStatistics } from './create-statistics.ts';
import { type CreateTableMethod, createTable } from './create-table.ts';
import { type CreateTableCommentMethod, createTableComment } from './create-table-comment.ts';
import { type CreateTriggerMethod, createTrigger } from './create-trigger.ts';
import { type CreateUniqueConstraintMethod, createUniqueConstraint } from './create-unique-constraint.ts';
import { type CreateViewMethod, createView } from './create-view.ts';
import type { CustomOperations } from './custom-operations.ts';
import { type DetachPartitionMethod, detachPartition } from './detach-partition.ts';
import { type DisableRowLevelSecurityMethod, disableRowLevelSecurity } from './disable-row-level-security.ts';
import { type DisableTriggerMethod, disableTrigger } from './disable-trigger.ts';
import { type DropColumnMethod, dropColumn } from './drop-column.ts';
import { type DropConstraintMethod, dropConstraint } from './drop-constraint.ts';
import { type DropEnumMethod, dropEnum } from './drop-enum.ts';
import { type DropFunctionMethod, dropFunction } from './drop-function.ts';
import { type DropIndexMethod, dropIndex } from './drop-index.ts';
import { type DropMaterializedViewMethod, dropMaterializedView } from './drop-materialized-view.ts';
import { type DropPolicyMethod, dropPolicy } from './drop-policy.ts';
import { type DropSchemaMethod, dropSchema } from './drop-schema.ts';
import { type DropStatisticsMethod, dropStatistics } from './drop-statistics.ts';
import { type DropTableMethod, dropTable } from './drop-table.ts';
import { type DropTableCommentMethod, dropTableComment } from './drop-table-comment.ts';
import { type DropTriggerMethod, dropTrigger } from './drop-trigger.ts';
import { type DropViewMethod, dropView } from './drop-view.ts';
import { type EnableRowLevelSecurityMethod, enableRowLevelSecurity } from './enable-row-level-security.ts';
import { type EnableTriggerMethod, enableTrigger } from './enable-trigger.ts';
import { type ExecuteMethod, execute } from './execute.ts';
import { type ForceRowLevelSecurityMethod, forceRowLevelSecurity } from './force-row-level-security.ts';
import { type GrantMethod, grant } from './grant.ts';
import { type GrantRoleMethod, grantRole } from './grant-role.ts';
import { type NoForceRowLevelSecurityMethod, noForceRowLevelSecurity } from './no-force-row-level-security.ts';
import { type RefreshMaterializedViewMethod, refreshMaterializedView } from './refresh-materialized-view.ts';
import { type RenameColumnMethod, renameColumn } from './rename-column.ts';
import { type RenameConstraintMethod, renameConstraint } from './rename-constraint.ts';
import { type RenameIndexMethod, renameIndex } from './rename-index.ts';
import { type RenameSchemaMethod, renameSchema } from './rename-schema.ts';
import { type RenameTableMethod, renameTable } from './rename-table.ts';
import { type ReplaceFunctionMethod, replaceFunction } from './replace-function.ts';
import { type ReplaceViewMethod, replaceView } from './replace-view.ts';
import { type RevokeMethod, revoke } from './revoke.ts';
import { type RevokeRoleMethod, revokeRole } from './revoke-role.ts';
import { type SetCommentMethod, setComment } from './set-comment.ts';
import { type SetStorageParametersMethod, setStorageParameters } from './set-storage-parameters.ts';
import { type SqlFileMethod, sqlFile } from './sql-file.ts';
import { type ValidateConstraintMethod, validateConstraint } from './validate-constraint.ts';

/** The operations of `op`. */
interface OperationMethods
	extends AddColumnMethod,
		AlterColumnMethod,
		AlterPolicyMethod,
		AlterDefaultPrivilegesMethod,
		AlterStatisticsMethod,
		AttachPartitionMethod,
		BulkInsertMethod,
		CreateCheckConstraintMethod,
		CreateEnumMethod,
		CreateExcludeConstraintMethod,
		CreateForeignKeyMethod,
		CreateFunctionMethod,
		CreateIndexMethod,
		CreateMaterializedViewMethod,
		CreatePolicyMethod,
		CreatePartitionMethod,
		CreatePrimaryKeyMethod,
		CreateSchemaMethod,
		CreateStatisticsMethod,
		CreateTableMethod,
		CreateTableCommentMethod,
		CreateTriggerMethod,
		CreateUniqueConstraintMethod,
		CreateViewMethod,
		DisableRowLevelSecurityMethod,
		DisableTriggerMethod,
		DetachPartitionMethod,
		DropColumnMethod,
		DropConstraintMethod,
		DropEnumMethod,
		DropFunctionMethod,
		DropIndexMethod,
		DropMaterializedViewMethod,
		DropPolicyMethod,
		DropSchemaMethod,
		DropStatisticsMethod,
		DropTableMethod,
		DropTableCommentMethod,
		DropTriggerMethod,
		DropViewMethod,
		EnableRowLevelSecurityMethod,
		EnableTriggerMethod,
		ExecuteMethod,
		ForceRowLevelSecurityMethod,
		NoForceRowLevelSecurityMethod,
		GrantMethod,
		GrantRoleMethod,
		RefreshMaterializedViewMethod,
		RenameColumnMethod,
		RenameConstraintMethod,
		RenameIndexMethod,
		RenameSchemaMethod,
		RenameTableMethod,
		ReplaceFunctionMethod,
		ReplaceViewMethod,
		RevokeMethod,
		RevokeRoleMethod,
		SetCommentMethod,
		SetStorageParametersMethod,
		SqlFileMethod,
		ValidateConstraintMethod {}

/** The `op` a revision receives: it records, nothing is executed. */
export interface Op extends OperationMethods, ContextMethods, CustomOperations {}

/** The registry: one line per operation, sorted. Everything else about the set is derived from it. */
export const operations = {
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
} satisfies Record<keyof OperationMethods, { kind: string }>;

export type OperationKind = keyof typeof operations;
export type OperationOf<Kind extends OperationKind> = ReturnType<NonNullable<(typeof operations)[Kind]['named']>>;
/** Any recorded operation, told apart by `kind`. */
export type Operation = { [Kind in OperationKind]: OperationOf<Kind> }[OperationKind];
/** What `create` makes of arguments: an operation whose names the naming convention has not seen yet. */
export type OperationDraft = {
	[Kind in OperationKind]: ReturnType<(typeof operations)[Kind]['create']>;
}[OperationKind];
