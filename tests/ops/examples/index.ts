import type { OperationKind } from '../../../src/ops/index.ts';
import { addColumn } from './add-column.ts';
import { alterColumn } from './alter-column.ts';
import { alterPolicy } from './alter-policy.ts';
import { bulkInsert } from './bulk-insert.ts';
import { createCheckConstraint } from './create-check-constraint.ts';
import { createEnum } from './create-enum.ts';
import { createExcludeConstraint } from './create-exclude-constraint.ts';
import { createForeignKey } from './create-foreign-key.ts';
import { createFunction } from './create-function.ts';
import { createIndex } from './create-index.ts';
import { createMaterializedView } from './create-materialized-view.ts';
import { createPolicy } from './create-policy.ts';
import { createPrimaryKey } from './create-primary-key.ts';
import { createTable } from './create-table.ts';
import { createTableComment } from './create-table-comment.ts';
import { createTrigger } from './create-trigger.ts';
import { createUniqueConstraint } from './create-unique-constraint.ts';
import { createView } from './create-view.ts';
import { disableRowLevelSecurity } from './disable-row-level-security.ts';
import { disableTrigger } from './disable-trigger.ts';
import { dropColumn } from './drop-column.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropEnum } from './drop-enum.ts';
import { dropFunction } from './drop-function.ts';
import { dropIndex } from './drop-index.ts';
import { dropMaterializedView } from './drop-materialized-view.ts';
import { dropPolicy } from './drop-policy.ts';
import { dropTable } from './drop-table.ts';
import { dropTableComment } from './drop-table-comment.ts';
import { dropTrigger } from './drop-trigger.ts';
import { dropView } from './drop-view.ts';
import { enableRowLevelSecurity } from './enable-row-level-security.ts';
import { enableTrigger } from './enable-trigger.ts';
import type { OperationExamples } from './examples.ts';
import { execute } from './execute.ts';
import { forceRowLevelSecurity } from './force-row-level-security.ts';
import { noForceRowLevelSecurity } from './no-force-row-level-security.ts';
import { refreshMaterializedView } from './refresh-materialized-view.ts';
import { renameTable } from './rename-table.ts';
import { replaceFunction } from './replace-function.ts';
import { replaceView } from './replace-view.ts';
import { sqlFile } from './sql-file.ts';

/** The registry: one line per operation, sorted. */
export const examples: Readonly<Record<OperationKind, OperationExamples>> = {
	addColumn,
	alterColumn,
	alterPolicy,
	bulkInsert,
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
	dropColumn,
	dropConstraint,
	dropEnum,
	dropFunction,
	dropIndex,
	dropMaterializedView,
	dropPolicy,
	dropTable,
	dropTableComment,
	dropTrigger,
	dropView,
	enableRowLevelSecurity,
	enableTrigger,
	execute,
	forceRowLevelSecurity,
	noForceRowLevelSecurity,
	refreshMaterializedView,
	renameTable,
	replaceFunction,
	replaceView,
	sqlFile,
};
