import type { Node } from '../../../sql/parse-postgresql.ts';
import { alterTable } from './alter-table.ts';
import { createIndex } from './create-index.ts';
import { createSchema } from './create-schema.ts';
import { createTable } from './create-table.ts';
import { runBlock } from './do-block.ts';
import { dropObjects } from './drop.ts';
import { alterFunction, createFunction, defineAggregate } from './functions.ts';
import { rename } from './rename.ts';
import { setSchema } from './schemas.ts';
import { alterSequence, createSequence } from './sequences.ts';
import { discard, endTransaction, setConfig, setVariable } from './settings.ts';
import type { State } from './state.ts';
import { createStatistics } from './statistics.ts';
import type { NodeKind, NodeOf } from './trees.ts';
import { alterPolicy, createPolicy, createRule, createTrigger } from './triggers.ts';
import { alterDomain, alterEnum, createComposite, createDomain, createEnum, createRange, defineType } from './types.ts';
import { createTableAs, createView, selectInto } from './views.ts';

type Handlers = { readonly [Each in NodeKind]?: (state: State, statement: NodeOf<Each>) => void };

/** One line for each statement that changes what the catalog holds. */
const HANDLERS: Handlers = {
	AlterDomainStmt: alterDomain,
	AlterEnumStmt: alterEnum,
	AlterFunctionStmt: alterFunction,
	AlterObjectSchemaStmt: setSchema,
	AlterPolicyStmt: alterPolicy,
	AlterSeqStmt: alterSequence,
	AlterTableStmt: alterTable,
	CompositeTypeStmt: createComposite,
	CreateDomainStmt: createDomain,
	CreateEnumStmt: createEnum,
	CreateForeignTableStmt: (state, { base }) => base && createTable(state, base, 'foreign table'),
	CreateFunctionStmt: createFunction,
	CreatePolicyStmt: createPolicy,
	CreateRangeStmt: createRange,
	CreateSchemaStmt: (state, statement) => createSchema(state, statement, handle),
	CreateSeqStmt: createSequence,
	CreateStatsStmt: createStatistics,
	CreateStmt: (state, statement) => createTable(state, statement),
	CreateTableAsStmt: createTableAs,
	CreateTrigStmt: createTrigger,
	DefineStmt: (state, statement) => {
		defineType(state, statement);
		defineAggregate(state, statement);
	},
	DiscardStmt: discard,
	DoStmt: (state, statement) => runBlock(state, statement, handle),
	DropStmt: dropObjects,
	IndexStmt: createIndex,
	RenameStmt: rename,
	RuleStmt: createRule,
	SelectStmt: (state, statement) => {
		setConfig(state, statement);
		selectInto(state, statement);
	},
	TransactionStmt: endTransaction,
	VariableSetStmt: setVariable,
	ViewStmt: createView,
};

/** Do to a state what a statement does to a database. */
export function handle(state: State, tree: Node): void {
	const handlers: Readonly<Record<string, ((state: State, statement: never) => void) | undefined>> = HANDLERS;
	for (const [kind, statement] of Object.entries(tree)) handlers[kind]?.(state, statement as never);
}
