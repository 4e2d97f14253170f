import type { Rule } from '../rule.ts';
import { addCheckScan } from './add-check-scan.ts';
import { addColumnAutoIncrement } from './add-column-auto-increment.ts';
import { addColumnConstrainedDomain } from './add-column-constrained-domain.ts';
import { addColumnInlineCheck } from './add-column-inline-check.ts';
import { addColumnInlineForeignKey } from './add-column-inline-foreign-key.ts';
import { addColumnInlineUnique } from './add-column-inline-unique.ts';
import { addColumnRequired } from './add-column-required.ts';
import { addColumnStoredGenerated } from './add-column-stored-generated.ts';
import { addColumnUnknownDefault } from './add-column-unknown-default.ts';
import { addColumnVolatileDefault } from './add-column-volatile-default.ts';
import { addExclusionConstraint } from './add-exclusion-constraint.ts';
import { addForeignKeyLocksReferenced } from './add-foreign-key-locks-referenced.ts';
import { addForeignKeyScan } from './add-foreign-key-scan.ts';
import { addPrimaryKeyBuildsIndex } from './add-primary-key-builds-index.ts';
import { addPrimaryKeyNullable } from './add-primary-key-nullable.ts';
import { addUniqueBuildsIndex } from './add-unique-builds-index.ts';
import { alterColumnTypeBreaksClients } from './alter-column-type-breaks-clients.ts';
import { alterColumnTypeNarrowing } from './alter-column-type-narrowing.ts';
import { alterColumnTypeRecheck } from './alter-column-type-recheck.ts';
import { alterColumnTypeReindex } from './alter-column-type-reindex.ts';
import { alterColumnTypeRewrite } from './alter-column-type-rewrite.ts';
import { alterColumnTypeUnknown } from './alter-column-type-unknown.ts';
import { alterDomainScan } from './alter-domain-scan.ts';
import { attachPartitionScan } from './attach-partition-scan.ts';
import { changeDefault } from './change-default.ts';
import { charType } from './char-type.ts';
import { checksDisabled } from './checks-disabled.ts';
import { clusterRewrite } from './cluster-rewrite.ts';
import { columnAlignment } from './column-alignment.ts';
import { concurrentlyOffSwitch } from './concurrently-off-switch.ts';
import { constraintMayFail } from './constraint-may-fail.ts';
import { createDomainConstraint } from './create-domain-constraint.ts';
import { createEnum } from './create-enum.ts';
import { createIndexBlocking } from './create-index-blocking.ts';
import { createIndexPartitioned } from './create-index-partitioned.ts';
import { createPartitionOfLocksParent } from './create-partition-of-locks-parent.ts';
import { createRule } from './create-rule.ts';
import { createTriggerBlocksWrites } from './create-trigger-blocks-writes.ts';
import { deleteWithoutWhere } from './delete-without-where.ts';
import { detachPartitionBlocking } from './detach-partition-blocking.ts';
import { dmlWhileHoldingLock } from './dml-while-holding-lock.ts';
import { dontDoTypes } from './dont-do-types.ts';
import { dropCascade } from './drop-cascade.ts';
import { dropColumn } from './drop-column.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropDatabase } from './drop-database.ts';
import { dropDefault } from './drop-default.ts';
import { dropExtension } from './drop-extension.ts';
import { dropForeignKey } from './drop-foreign-key.ts';
import { dropIndexBlocking } from './drop-index-blocking.ts';
import { dropIndexPerformance } from './drop-index-performance.ts';
import { dropLocksReferenced } from './drop-locks-referenced.ts';
import { dropNotNull } from './drop-not-null.ts';
import { dropOwned } from './drop-owned.ts';
import { dropPartitionLocksParent } from './drop-partition-locks-parent.ts';
import { dropSchema } from './drop-schema.ts';
import { dropSequence } from './drop-sequence.ts';
import { dropTable } from './drop-table.ts';
import { dropType } from './drop-type.ts';
import { dropViewOrFunction } from './drop-view-or-function.ts';
import { duplicateColumn } from './duplicate-column.ts';
import { enforceConstraintScan } from './enforce-constraint-scan.ts';
import { enumValuePosition } from './enum-value-position.ts';
import { enumValueUsedInTransaction } from './enum-value-used-in-transaction.ts';
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts';
import { identifierTooLong } from './identifier-too-long.ts';
import { ifNotExistsHidesInvalidIndex } from './if-not-exists-hides-invalid-index.ts';
import { implicitTransaction } from './implicit-transaction.ts';
import { indexCorruptionVersion } from './index-corruption-version.ts';
import { jsonType } from './json-type.ts';
import { lockTable } from './lock-table.ts';
import { missingLockTimeout } from './missing-lock-timeout.ts';
import { missingStatementTimeout } from './missing-statement-timeout.ts';
import { multiTableLockOrder } from './multi-table-lock-order.ts';
import { multipleAlterTable } from './multiple-alter-table.ts';
import { namingConvention } from './naming-convention.ts';
import { notIdempotent } from './not-idempotent.ts';
import { notInTransaction } from './not-in-transaction.ts';
import { notNullMayFail } from './not-null-may-fail.ts';
import { opaqueSql } from './opaque-sql.ts';
import { pendingTriggerEvents } from './pending-trigger-events.ts';
import { preferBigint } from './prefer-bigint.ts';
import { preferBigintOverSmallint } from './prefer-bigint-over-smallint.ts';
import { preferIdentity } from './prefer-identity.ts';
import { preferText } from './prefer-text.ts';
import { preferTimestamptz } from './prefer-timestamptz.ts';
import { privilegeChange } from './privilege-change.ts';
import { redundantIndex } from './redundant-index.ts';
import { refreshMatviewBlocking } from './refresh-matview-blocking.ts';
import { reindexBlocking } from './reindex-blocking.ts';
import { renameColumn } from './rename-column.ts';
import { renameEnumValue } from './rename-enum-value.ts';
import { renameObject } from './rename-object.ts';
import { renameSchema } from './rename-schema.ts';
import { renameTable } from './rename-table.ts';
import { replicaIdentityChange } from './replica-identity-change.ts';
import { requireSchema } from './require-schema.ts';
import { reservedWord } from './reserved-word.ts';
import { rewriteWhileHoldingLock } from './rewrite-while-holding-lock.ts';
import { rlsChange } from './rls-change.ts';
import { savepointMisuse } from './savepoint-misuse.ts';
import { securityDefinerSearchPath } from './security-definer-search-path.ts';
import { setAccessMethodRewrite } from './set-access-method-rewrite.ts';
import { setExpressionRewrite } from './set-expression-rewrite.ts';
import { setLoggedRewrite } from './set-logged-rewrite.ts';
import { setNotNullScan } from './set-not-null-scan.ts';
import { setTablespaceRewrite } from './set-tablespace-rewrite.ts';
import { splitVersionUpdate } from './split-version-update.ts';
import { statementWhileHoldingLock } from './statement-while-holding-lock.ts';
import { syntaxError } from './syntax-error.ts';
import { tableWithoutPrimaryKey } from './table-without-primary-key.ts';
import { timeoutScope } from './timeout-scope.ts';
import { timeoutTooLong } from './timeout-too-long.ts';
import { transactionNesting } from './transaction-nesting.ts';
import { truncate } from './truncate.ts';
import { truncateCascade } from './truncate-cascade.ts';
import { uncommittedTransaction } from './uncommitted-transaction.ts';
import { uniqueMayFail } from './unique-may-fail.ts';
import { unloggedTable } from './unlogged-table.ts';
import { unnamedConstraint } from './unnamed-constraint.ts';
import { updateWithoutWhere } from './update-without-where.ts';
import { upgradeExtension } from './upgrade-extension.ts';
import { vacuumFullRewrite } from './vacuum-full-rewrite.ts';
import { validateInSameTransaction } from './validate-in-same-transaction.ts';
import { validateUnderStrongerLock } from './validate-under-stronger-lock.ts';
import { viewDependsOnColumn } from './view-depends-on-column.ts';
import { wideIndex } from './wide-index.ts';

/** The registry: one line per rule, in the order in which findings of one statement are told. */
export const rules = {
	'checks-disabled': checksDisabled,
	'delete-without-where': deleteWithoutWhere,
	'drop-cascade': dropCascade,
	'drop-column': dropColumn,
	'drop-database': dropDatabase,
	'drop-extension': dropExtension,
	'drop-index-performance': dropIndexPerformance,
	'drop-owned': dropOwned,
	'drop-schema': dropSchema,
	'drop-sequence': dropSequence,
	'drop-table': dropTable,
	'drop-type': dropType,
	truncate,
	'truncate-cascade': truncateCascade,
	'unlogged-table': unloggedTable,
	'update-without-where': updateWithoutWhere,
	'upgrade-extension': upgradeExtension,
	'alter-column-type-breaks-clients': alterColumnTypeBreaksClients,
	'change-default': changeDefault,
	'drop-constraint': dropConstraint,
	'drop-default': dropDefault,
	'drop-foreign-key': dropForeignKey,
	'drop-not-null': dropNotNull,
	'drop-view-or-function': dropViewOrFunction,
	'privilege-change': privilegeChange,
	'rename-column': renameColumn,
	'rename-enum-value': renameEnumValue,
	'rename-object': renameObject,
	'rename-schema': renameSchema,
	'rename-table': renameTable,
	'replica-identity-change': replicaIdentityChange,
	'rls-change': rlsChange,
	'security-definer-search-path': securityDefinerSearchPath,
	'view-depends-on-column': viewDependsOnColumn,
	'enum-value-used-in-transaction': enumValueUsedInTransaction,
	'if-not-exists-hides-invalid-index': ifNotExistsHidesInvalidIndex,
	'implicit-transaction': implicitTransaction,
	'not-idempotent': notIdempotent,
	'not-in-transaction': notInTransaction,
	'pending-trigger-events': pendingTriggerEvents,
	'savepoint-misuse': savepointMisuse,
	'split-version-update': splitVersionUpdate,
	'transaction-nesting': transactionNesting,
	'uncommitted-transaction': uncommittedTransaction,
	'add-check-scan': addCheckScan,
	'add-column-auto-increment': addColumnAutoIncrement,
	'add-column-constrained-domain': addColumnConstrainedDomain,
	'add-column-inline-check': addColumnInlineCheck,
	'add-column-inline-foreign-key': addColumnInlineForeignKey,
	'add-column-inline-unique': addColumnInlineUnique,
	'add-column-required': addColumnRequired,
	'add-column-stored-generated': addColumnStoredGenerated,
	'add-column-unknown-default': addColumnUnknownDefault,
	'add-column-volatile-default': addColumnVolatileDefault,
	'add-exclusion-constraint': addExclusionConstraint,
	'add-foreign-key-locks-referenced': addForeignKeyLocksReferenced,
	'add-foreign-key-scan': addForeignKeyScan,
	'add-primary-key-builds-index': addPrimaryKeyBuildsIndex,
	'add-primary-key-nullable': addPrimaryKeyNullable,
	'add-unique-builds-index': addUniqueBuildsIndex,
	'alter-column-type-narrowing': alterColumnTypeNarrowing,
	'alter-column-type-recheck': alterColumnTypeRecheck,
	'alter-column-type-reindex': alterColumnTypeReindex,
	'alter-column-type-rewrite': alterColumnTypeRewrite,
	'alter-column-type-unknown': alterColumnTypeUnknown,
	'alter-domain-scan': alterDomainScan,
	'attach-partition-scan': attachPartitionScan,
	'cluster-rewrite': clusterRewrite,
	'concurrently-off-switch': concurrentlyOffSwitch,
	'create-domain-constraint': createDomainConstraint,
	'create-index-blocking': createIndexBlocking,
	'create-index-partitioned': createIndexPartitioned,
	'create-partition-of-locks-parent': createPartitionOfLocksParent,
	'create-rule': createRule,
	'create-trigger-blocks-writes': createTriggerBlocksWrites,
	'detach-partition-blocking': detachPartitionBlocking,
	'dml-while-holding-lock': dmlWhileHoldingLock,
	'drop-index-blocking': dropIndexBlocking,
	'drop-locks-referenced': dropLocksReferenced,
	'drop-partition-locks-parent': dropPartitionLocksParent,
	'enforce-constraint-scan': enforceConstraintScan,
	'lock-table': lockTable,
	'missing-lock-timeout': missingLockTimeout,
	'missing-statement-timeout': missingStatementTimeout,
	'multi-table-lock-order': multiTableLockOrder,
	'multiple-alter-table': multipleAlterTable,
	'refresh-matview-blocking': refreshMatviewBlocking,
	'reindex-blocking': reindexBlocking,
	'rewrite-while-holding-lock': rewriteWhileHoldingLock,
	'set-access-method-rewrite': setAccessMethodRewrite,
	'set-expression-rewrite': setExpressionRewrite,
	'set-logged-rewrite': setLoggedRewrite,
	'set-not-null-scan': setNotNullScan,
	'set-tablespace-rewrite': setTablespaceRewrite,
	'statement-while-holding-lock': statementWhileHoldingLock,
	'timeout-scope': timeoutScope,
	'timeout-too-long': timeoutTooLong,
	'vacuum-full-rewrite': vacuumFullRewrite,
	'validate-in-same-transaction': validateInSameTransaction,
	'validate-under-stronger-lock': validateUnderStrongerLock,
	'constraint-may-fail': constraintMayFail,
	'not-null-may-fail': notNullMayFail,
	'unique-may-fail': uniqueMayFail,
	'char-type': charType,
	'column-alignment': columnAlignment,
	'create-enum': createEnum,
	'dont-do-types': dontDoTypes,
	'duplicate-column': duplicateColumn,
	'enum-value-position': enumValuePosition,
	'foreign-key-without-index': foreignKeyWithoutIndex,
	'index-corruption-version': indexCorruptionVersion,
	'json-type': jsonType,
	'prefer-bigint': preferBigint,
	'prefer-bigint-over-smallint': preferBigintOverSmallint,
	'prefer-identity': preferIdentity,
	'prefer-text': preferText,
	'prefer-timestamptz': preferTimestamptz,
	'redundant-index': redundantIndex,
	'table-without-primary-key': tableWithoutPrimaryKey,
	'wide-index': wideIndex,
	'identifier-too-long': identifierTooLong,
	'naming-convention': namingConvention,
	'opaque-sql': opaqueSql,
	'require-schema': requireSchema,
	'reserved-word': reservedWord,
	'syntax-error': syntaxError,
	'unnamed-constraint': unnamedConstraint,
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a rule: the name of its file and of its page. */
export type RuleId = keyof typeof rules;
