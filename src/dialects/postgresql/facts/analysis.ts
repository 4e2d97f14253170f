import type { Node } from '../../../sql/parse-postgresql.ts';
import { endsTransaction } from '../body-statements.ts';
import { type NodeOf, nodeOf, optionsOf, stringsOf, valueText, visit } from '../catalog/trees.ts';
import type { Context } from './context.ts';
import { isNo } from './definitions.ts';
import { mention, unfold } from './queries.ts';

/** What a statement writes to. */
const writtenBy = (node: Node): NodeOf<'RangeVar'> | undefined =>
	(nodeOf(node, 'InsertStmt') ?? nodeOf(node, 'UpdateStmt') ?? nodeOf(node, 'DeleteStmt') ?? nodeOf(node, 'MergeStmt'))
		?.relation;

/** The rows that a rule is about. */
const isRow = ({ relname, schemaname }: NodeOf<'RangeVar'>): boolean =>
	schemaname === undefined && (relname === 'old' || relname === 'new');

/** Lock what statements write to that are only kept. */
function lockWritten(tree: unknown, context: Context): void {
	visit(tree, (node) => {
		const range = writtenBy(node);
		if (range && !isRow(range)) context.lock(context.at(range), 'ROW EXCLUSIVE');
		return true;
	});
}

/** Statements that are looked at and kept, as in a rule. */
function analyse(tree: unknown, context: Context): void {
	mention(tree, context);
	lockWritten(tree, context);
}

/** Statements that are rewritten as well, as those that PREPARE keeps, and the body of a function in SQL. */
export function rewriteRules(tree: unknown, context: Context): void {
	unfold(tree, context);
	lockWritten(tree, context);
}

/**
 * The body of a function in SQL is tried when it is created.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
 */
export function createFunction({ options, sql_body: tree }: NodeOf<'CreateFunctionStmt'>, context: Context): void {
	rewriteRules(tree, context);
	const given = optionsOf(options);
	const isChecked = !isNo(context.settings.get('check_function_bodies') ?? 'on');
	if (!isChecked || valueText(given.get('language')).toLowerCase() !== 'sql') return;
	const [body = ''] = stringsOf(nodeOf(given.get('as'), 'List')?.items);
	rewriteRules(context.known.parse(body), context);
}

/** The conditions of a policy may read other tables. */
export function policy(
	{ table, qual, with_check: check }: NodeOf<'CreatePolicyStmt'> | NodeOf<'AlterPolicyStmt'>,
	context: Context,
): void {
	if (table) context.lock(context.at(table), 'ACCESS EXCLUSIVE');
	analyse([qual, check], context);
}

export function createRule({ relation, whereClause, actions }: NodeOf<'RuleStmt'>, context: Context): void {
	if (relation) context.lock(context.at(relation), 'ACCESS EXCLUSIVE');
	analyse([whereClause, actions], context);
}

/** A block that ends its transaction cannot run in one that began before. */
export function runBlock({ args }: NodeOf<'DoStmt'>, context: Context): void {
	const options = optionsOf(args);
	const language = options.has('language') ? valueText(options.get('language')) : 'plpgsql';
	if (endsTransaction(valueText(options.get('as')), language)) context.outside();
}
