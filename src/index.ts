export { type BranchPoint, branches } from './api/branches.ts';
export {
	type Build,
	type BuildOptions,
	type BuiltFile,
	build,
	type FileChange,
	type FileState,
	writeBuild,
} from './api/build.ts';
export { type CheckOptions, type CheckReport, check } from './api/check.ts';
export { type CurrentState, current, currentQuery } from './api/current.ts';
export {
	type Change,
	type DiffOptions,
	type DiffReport,
	diff,
	type FileDiff,
	type FileText,
	type PlacedStatement,
	type RevisionDiff,
	type ScriptDiff,
	type SideFacts,
	type StatementDiff,
} from './api/diff.ts';
export { downgrade } from './api/downgrade.ts';
export { edit } from './api/edit.ts';
export { type EnsureVersionOptions, ensureVersion } from './api/ensure-version.ts';
export { type HeadsOptions, heads } from './api/heads.ts';
export { type HistoryOptions, history } from './api/history.ts';
export { init, type NewProject } from './api/init.ts';
export { listTemplates, type TemplateFacts } from './api/list-templates.ts';
export {
	type Blocks,
	type LocksOptions,
	type LocksStatement,
	locks,
	type NamedObject,
	type RelationFacts,
	type ScriptStatement,
	type StatementFacts,
	type TransactionFacts,
} from './api/locks.ts';
export { type MergeOptions, merge } from './api/merge.ts';
export type { ProjectSource } from './api/open.ts';
export {
	type Amended,
	amendRelease,
	type DatabasesSource,
	type NewRelease,
	type ReleaseOptions,
	release,
} from './api/release.ts';
export type { ScriptOptions } from './api/render-script.ts';
export {
	type Finding,
	type Level,
	type Place,
	type PresetName,
	type Review,
	type Reviewed,
	type ReviewedAgainst,
	type ReviewOptions,
	type RuleSetting,
	review,
	type Severity,
} from './api/review.ts';
export { previewRevision, type RevisionOptions, revision } from './api/revision.ts';
export type { RevisionFacts } from './api/revision-facts.ts';
export { DEFAULT_PG_VERSION } from './api/scripts.ts';
export { type RevisionSql, type ShownRevision, type ShownStatement, type ShowOptions, show } from './api/show.ts';
export { type StampOptions, stamp } from './api/stamp.ts';
export { upgrade } from './api/upgrade.ts';
export type { VersionRowsGiven } from './api/version-rows.ts';
export { type Config, type ConfigContext, type Configure, type DatabaseConfig, defineConfig } from './config/config.ts';
export type { AppliedVersion, OnVersionApply } from './config/on-version-apply.ts';
export type { CommandHook, FunctionHook, PostWriteHook } from './config/post-write-hook.ts';
export { loadProject, loadProjects, type Project, type ProjectOptions } from './config/project.ts';
export { type ErrorCode, type ErrorDetails, GenSqlError, isGenSqlError } from './core/error.ts';
export type { QualifiedName } from './core/names.ts';
export type { CallSite, SourceLocation } from './core/source.ts';
export { compile } from './dialects/compile.ts';
export type { Dialect } from './dialects/dialect.ts';
export { type DialectName, dialects } from './dialects/index.ts';
export type { DefaultPrivileges } from './ops/alter-default-privileges.ts';
export type { Batch, BatchOptions } from './ops/batch.ts';
export type { RevisionContext, XValues } from './ops/context.ts';
export type { ExtensionDefinition } from './ops/create-extension.ts';
export type * from './ops/custom-operations.ts';
export type { DomainDefinition } from './ops/drop-domain.ts';
export type { StatisticsDefinition } from './ops/drop-statistics.ts';
export { type Op, type Operation, type OperationKind, type OperationOf, operations } from './ops/index.ts';
export type { Irreversible, Reversal } from './ops/operation.ts';
export { reverse } from './ops/reverse.ts';
export type { CommentedType } from './ops/set-comment.ts';
export type { StorageParameters } from './ops/set-storage-parameters.ts';
export type * from './ops/x-arguments.ts';
export { type CustomOperation, registerOperation } from './record/custom-operation.ts';
export { type RecordOptions, type RevisionBody, record } from './record/record.ts';
export { type Artifact, renderArtifacts } from './revisions/artifacts.ts';
export type { DraftRevision } from './revisions/create.ts';
export { deriveDowngrade, type IrreversibleDowngrade, irreversible } from './revisions/downgrade.ts';
export type { RevisionGraph } from './revisions/graph.ts';
export { loadGraph } from './revisions/load.ts';
export { type Range, resolveRange } from './revisions/range.ts';
export { type RenderedScript, renderRange } from './revisions/render.ts';
export type { Revision, RevisionModule } from './revisions/revision.ts';
export { writeRevision } from './revisions/write-revision.ts';
export {
	type Column,
	type ColumnOptions,
	type Computed,
	column,
	computed,
	type Identity,
	type IdentityOptions,
	identity,
} from './schema/column.ts';
export {
	type CheckConstraint,
	checkConstraint,
	type ForeignKeyConstraint,
	foreignKey,
	foreignKeyConstraint,
	type PrimaryKeyConstraint,
	primaryKeyConstraint,
	type UniqueConstraint,
	uniqueConstraint,
} from './schema/constraints.ts';
export type { EnumColumn, EnumMapping } from './schema/enum-replacement.ts';
export { excludeConstraint } from './schema/exclude-constraint.ts';
export type { FinalName } from './schema/final-name.ts';
export type { FunctionDefinition } from './schema/function.ts';
export type {
	FunctionArgument,
	FunctionReturns,
	FunctionSignature,
	ReturnedColumn,
} from './schema/function-arguments.ts';
export { type Index, index } from './schema/index-element.ts';
export type { MaterializedViewDefinition } from './schema/materialized-view.ts';
export type { NamedElement, NamingConvention, NamingToken } from './schema/naming-convention.ts';
export type { ObjectType } from './schema/object-type.ts';
export type { PartitionBounds } from './schema/partition.ts';
export type { PolicyDefinition } from './schema/policy.ts';
export type { Granted, Privilege, PrivilegeList, PrivilegeTarget } from './schema/privileges.ts';
export type { Role } from './schema/role.ts';
export type { SequenceDefinition } from './schema/sequence.ts';
export { type Table, table } from './schema/table.ts';
export type { TriggerDefinition, TriggerEvent } from './schema/trigger.ts';
export type { ViewDefinition } from './schema/view.ts';
export type { Parameter, ParameterOptions, ParameterType } from './sql/parameter.ts';
export { ident, literal, param, type SqlFragment, sql } from './sql/sql.ts';
export type { Statement, TransactionNeed } from './sql/statement.ts';
export { type ColumnType, t } from './sql/types.ts';
export type { LiteralValue } from './sql/value.ts';
export { EnumTypes } from './state/enum-types.ts';
