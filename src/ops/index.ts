import { type AddColumnMethod, addColumn } from './add-column.ts';
import { type AddEnumValueMethod, addEnumValue } from './add-enum-value.ts';
import { type AlterColumnMethod, alterColumn } from './alter-column.ts';
import { type AlterDefaultPrivilegesMethod, alterDefaultPrivileges } from './alter-default-privileges.ts';
import { type AlterOwnerMethod, alterOwner } from './alter-owner.ts';
import { type AlterPolicyMethod, alterPolicy } from './alter-policy.ts';
import { type AlterSequenceMethod, alterSequence } from './alter-sequence.ts';
import { type AlterStatisticsMethod, alterStatistics } from './alter-statistics.ts';
import { type AttachPartitionMethod, attachPartition } from './attach-partition.ts';
import { type BulkInsertMethod, bulkInsert } from './bulk-insert.ts';
import type { ContextMethods } from './context.ts';
import { type CreateCheckConstraintMethod, createCheckConstraint } from './create-check-constraint.ts';
import { type CreateDomainMethod, createDomain } from './create-domain.ts';
import { type CreateEnumMethod, createEnum } from './create-enum.ts';
import { type CreateExcludeConstraintMethod, createExcludeConstraint } from './create-exclude-constraint.ts';
import { type CreateExtensionMethod, createExtension } from './create-extension.ts';
import { type CreateForeignKeyMethod, createForeignKey } from './create-foreign-key.ts';
import { type CreateFunctionMethod, createFunction } from './create-function.ts';
import { type CreateIndexMethod, createIndex } from './create-index.ts';
import { type CreateMaterializedViewMethod, createMaterializedView } from './create-materialized-view.ts';
import { type CreatePartitionMethod, createPartition } from './create-partition.ts';
import { type CreatePolicyMethod, createPolicy } from './create-policy.ts';
import { type CreatePrimaryKeyMethod, createPrimaryKey } from './create-primary-key.ts';
import { type CreateSchemaMethod, createSchema } from './create-schema.ts';
import { type CreateSequenceMethod, createSequence } from './create-sequence.ts';
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
import { type DropDomainMethod, dropDomain } from './drop-domain.ts';
import { type DropEnumMethod, dropEnum } from './drop-enum.ts';
import { type DropExtensionMethod, dropExtension } from './drop-extension.ts';
import { type DropFunctionMethod, dropFunction } from './drop-function.ts';
import { type DropIndexMethod, dropIndex } from './drop-index.ts';
import { type DropMaterializedViewMethod, dropMaterializedView } from './drop-materialized-view.ts';
import { type DropPolicyMethod, dropPolicy } from './drop-policy.ts';
import { type DropSchemaMethod, dropSchema } from './drop-schema.ts';
import { type DropSequenceMethod, dropSequence } from './drop-sequence.ts';
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
import { type RenameEnumValueMethod, renameEnumValue } from './rename-enum-value.ts';
import { type RenameIndexMethod, renameIndex } from './rename-index.ts';
import { type RenameSchemaMethod, renameSchema } from './rename-schema.ts';
import { type RenameTableMethod, renameTable } from './rename-table.ts';
import { type ReplaceEnumMethod, replaceEnum } from './replace-enum.ts';
import { type ReplaceFunctionMethod, replaceFunction } from './replace-function.ts';
import { type ReplaceViewMethod, replaceView } from './replace-view.ts';
import { type RevokeMethod, revoke } from './revoke.ts';
import { type RevokeRoleMethod, revokeRole } from './revoke-role.ts';
import { type SetCommentMethod, setComment } from './set-comment.ts';
import { type SetSchemaMethod, setSchema } from './set-schema.ts';
import { type SetStorageParametersMethod, setStorageParameters } from './set-storage-parameters.ts';
import { marking } from './settled.ts';
import { type SqlFileMethod, sqlFile } from './sql-file.ts';
import { type ValidateConstraintMethod, validateConstraint } from './validate-constraint.ts';
import type { Waivable } from './waiving.ts';

/** The operations of `op`. */
interface OperationMethods
	extends AddColumnMethod,
		AddEnumValueMethod,
		AlterColumnMethod,
		AlterDefaultPrivilegesMethod,
		AlterOwnerMethod,
		AlterPolicyMethod,
		AlterSequenceMethod,
		AlterStatisticsMethod,
		AttachPartitionMethod,
		BulkInsertMethod,
		CreateCheckConstraintMethod,
		CreateDomainMethod,
		CreateEnumMethod,
		CreateExcludeConstraintMethod,
		CreateExtensionMethod,
		CreateForeignKeyMethod,
		CreateFunctionMethod,
		CreateIndexMethod,
		CreateMaterializedViewMethod,
		CreatePartitionMethod,
		CreatePolicyMethod,
		CreatePrimaryKeyMethod,
		CreateSchemaMethod,
		CreateSequenceMethod,
		CreateStatisticsMethod,
		CreateTableCommentMethod,
		CreateTableMethod,
		CreateTriggerMethod,
		CreateUniqueConstraintMethod,
		CreateViewMethod,
		DetachPartitionMethod,
		DisableRowLevelSecurityMethod,
		DisableTriggerMethod,
		DropColumnMethod,
		DropConstraintMethod,
		DropDomainMethod,
		DropEnumMethod,
		DropExtensionMethod,
		DropFunctionMethod,
		DropIndexMethod,
		DropMaterializedViewMethod,
		DropPolicyMethod,
		DropSchemaMethod,
		DropSequenceMethod,
		DropStatisticsMethod,
		DropTableCommentMethod,
		DropTableMethod,
		DropTriggerMethod,
		DropViewMethod,
		EnableRowLevelSecurityMethod,
		EnableTriggerMethod,
		ExecuteMethod,
		ForceRowLevelSecurityMethod,
		GrantMethod,
		GrantRoleMethod,
		NoForceRowLevelSecurityMethod,
		RefreshMaterializedViewMethod,
		RenameColumnMethod,
		RenameConstraintMethod,
		RenameEnumValueMethod,
		RenameIndexMethod,
		RenameSchemaMethod,
		RenameTableMethod,
		ReplaceEnumMethod,
		ReplaceFunctionMethod,
		ReplaceViewMethod,
		RevokeMethod,
		RevokeRoleMethod,
		SetCommentMethod,
		SetSchemaMethod,
		SetStorageParametersMethod,
		SqlFileMethod,
		ValidateConstraintMethod {}

/** The `op` a revision receives: it records, nothing is executed. */
export interface Op extends Waivable<OperationMethods>, ContextMethods, CustomOperations {}

/** The registry: one line per operation, sorted. Everything else about the set is derived from it. */
export const operations = marking({
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
} satisfies Record<keyof OperationMethods, { kind: string }>);

export type OperationKind = keyof typeof operations;
export type OperationOf<Kind extends OperationKind> = ReturnType<NonNullable<(typeof operations)[Kind]['named']>>;
/** Any recorded operation, told apart by `kind`. */
export type Operation = { [Kind in OperationKind]: OperationOf<Kind> }[OperationKind];
/** What `create` makes of arguments: an operation whose names the naming convention has not seen yet. */
export type OperationDraft = {
	[Kind in OperationKind]: ReturnType<(typeof operations)[Kind]['create']>;
}[OperationKind];
