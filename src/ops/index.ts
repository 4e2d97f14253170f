import { type AddColumnMethod, addColumn } from './add-column.ts';
import { type AddEnumValueMethod, addEnumValue } from './add-enum-value.ts';
import { type AlterColumnMethod, alterColumn } from './alter-column.ts';
import { type AlterOwnerMethod, alterOwner } from './alter-owner.ts';
import { type AlterSequenceMethod, alterSequence } from './alter-sequence.ts';
import { type BulkInsertMethod, bulkInsert } from './bulk-insert.ts';
import type { ContextMethods } from './context.ts';
import { type CreateCheckConstraintMethod, createCheckConstraint } from './create-check-constraint.ts';
import { type CreateDomainMethod, createDomain } from './create-domain.ts';
import { type CreateEnumMethod, createEnum } from './create-enum.ts';
import { type CreateExcludeConstraintMethod, createExcludeConstraint } from './create-exclude-constraint.ts';
import { type CreateExtensionMethod, createExtension } from './create-extension.ts';
import { type CreateForeignKeyMethod, createForeignKey } from './create-foreign-key.ts';
import { type CreateIndexMethod, createIndex } from './create-index.ts';
import { type CreatePrimaryKeyMethod, createPrimaryKey } from './create-primary-key.ts';
import { type CreateSchemaMethod, createSchema } from './create-schema.ts';
import { type CreateSequenceMethod, createSequence } from './create-sequence.ts';
import { type CreateTableMethod, createTable } from './create-table.ts';
import { type CreateTableCommentMethod, createTableComment } from './create-table-comment.ts';
import { type CreateUniqueConstraintMethod, createUniqueConstraint } from './create-unique-constraint.ts';
import type { CustomOperations } from './custom-operations.ts';
import { type DropColumnMethod, dropColumn } from './drop-column.ts';
import { type DropConstraintMethod, dropConstraint } from './drop-constraint.ts';
import { type DropDomainMethod, dropDomain } from './drop-domain.ts';
import { type DropEnumMethod, dropEnum } from './drop-enum.ts';
import { type DropExtensionMethod, dropExtension } from './drop-extension.ts';
import { type DropIndexMethod, dropIndex } from './drop-index.ts';
import { type DropSchemaMethod, dropSchema } from './drop-schema.ts';
import { type DropSequenceMethod, dropSequence } from './drop-sequence.ts';
import { type DropTableMethod, dropTable } from './drop-table.ts';
import { type DropTableCommentMethod, dropTableComment } from './drop-table-comment.ts';
import { type ExecuteMethod, execute } from './execute.ts';
import { type RenameColumnMethod, renameColumn } from './rename-column.ts';
import { type RenameConstraintMethod, renameConstraint } from './rename-constraint.ts';
import { type RenameEnumValueMethod, renameEnumValue } from './rename-enum-value.ts';
import { type RenameIndexMethod, renameIndex } from './rename-index.ts';
import { type RenameSchemaMethod, renameSchema } from './rename-schema.ts';
import { type RenameTableMethod, renameTable } from './rename-table.ts';
import { type ReplaceEnumMethod, replaceEnum } from './replace-enum.ts';
import { type SetSchemaMethod, setSchema } from './set-schema.ts';

/** The operations of `op`. */
interface OperationMethods
	extends AddColumnMethod,
		AddEnumValueMethod,
		AlterColumnMethod,
		AlterOwnerMethod,
		AlterSequenceMethod,
		BulkInsertMethod,
		CreateCheckConstraintMethod,
		CreateDomainMethod,
		CreateEnumMethod,
		CreateExcludeConstraintMethod,
		CreateExtensionMethod,
		CreateForeignKeyMethod,
		CreateIndexMethod,
		CreatePrimaryKeyMethod,
		CreateSchemaMethod,
		CreateSequenceMethod,
		CreateTableMethod,
		CreateTableCommentMethod,
		CreateUniqueConstraintMethod,
		DropColumnMethod,
		DropConstraintMethod,
		DropDomainMethod,
		DropEnumMethod,
		DropExtensionMethod,
		DropIndexMethod,
		DropSchemaMethod,
		DropSequenceMethod,
		DropTableMethod,
		DropTableCommentMethod,
		ExecuteMethod,
		RenameColumnMethod,
		RenameConstraintMethod,
		RenameEnumValueMethod,
		RenameIndexMethod,
		RenameSchemaMethod,
		RenameTableMethod,
		ReplaceEnumMethod,
		SetSchemaMethod {}

/** The `op` a revision receives: it records, nothing is executed. */
export interface Op extends OperationMethods, ContextMethods, CustomOperations {}

/** The registry: one line per operation, sorted. Everything else about the set is derived from it. */
export const operations = {
	addColumn,
	addEnumValue,
	alterColumn,
	alterOwner,
	alterSequence,
	bulkInsert,
	createCheckConstraint,
	createDomain,
	createEnum,
	createExcludeConstraint,
	createExtension,
	createForeignKey,
	createIndex,
	createPrimaryKey,
	createSchema,
	createSequence,
	createTable,
	createTableComment,
	createUniqueConstraint,
	dropColumn,
	dropConstraint,
	dropDomain,
	dropEnum,
	dropExtension,
	dropIndex,
	dropSchema,
	dropSequence,
	dropTable,
	dropTableComment,
	execute,
	renameColumn,
	renameConstraint,
	renameEnumValue,
	renameIndex,
	renameSchema,
	renameTable,
	replaceEnum,
	setSchema,
} satisfies Record<keyof OperationMethods, { kind: string }>;

export type OperationKind = keyof typeof operations;
export type OperationOf<Kind extends OperationKind> = ReturnType<NonNullable<(typeof operations)[Kind]['named']>>;
/** Any recorded operation, told apart by `kind`. */
export type Operation = { [Kind in OperationKind]: OperationOf<Kind> }[OperationKind];
/** What `create` makes of arguments: an operation whose names the naming convention has not seen yet. */
export type OperationDraft = {
	[Kind in OperationKind]: ReturnType<(typeof operations)[Kind]['create']>;
}[OperationKind];
