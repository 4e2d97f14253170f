import type { QualifiedName } from '../../../core/names.ts';
import type { Node } from '../../../sql/parse-postgresql.ts';
import type { FunctionDefinition } from '../catalog/definitions.ts';
import { statementsInBlock } from '../catalog/do-block.ts';
import type { Trigger } from '../catalog/model.ts';
import { queriesIn } from '../catalog/plpgsql.ts';
import { functionsIn, listedName, type NodeOf, nodeOf, nodesOf, optionsOf, valueText } from '../catalog/trees.ts';
import { isOn } from './definitions.ts';
import { firedBy } from './fired-triggers.ts';
import type { Known } from './known.ts';

/** SQL that a statement runs and that does not stand in it: what is in a DO block, or in a routine. */
export interface Body {
	readonly routine?: FunctionDefinition;
	/** The trigger that calls the routine. */
	readonly trigger?: Trigger;
	readonly texts: readonly string[];
	/** A body that was parsed with the statement that made it. */
	readonly trees: readonly Node[];
}

/** The bodies that a statement runs, as far as they are known: of a DO block, of routines, and of triggers. */
export function bodiesOf(tree: Node, known: Known): readonly Body[] {
	const block = nodeOf(tree, 'DoStmt');
	if (block) return [{ texts: textsOfBlock(block, known), trees: [] }];
	const run = known.hasRoutines ? runBy(tree) : undefined;
	if (!run) return [];
	const called = calledBy(run).flatMap((name) => only(known.functions(name)));
	const fired = firedBy(run, known).flatMap((trigger) =>
		known.functions(trigger.function).map((routine) => ({ routine, trigger })),
	);
	const all: readonly Pick<Body, 'routine' | 'trigger'>[] = [...called.map((routine) => ({ routine })), ...fired];
	return all.flatMap((each) => (each.routine ? { ...each, ...contentOf(each.routine, known) } : []));
}

/** Statements that run what they call. Others, as those that make a view, keep it. */
const RUNNING: ReadonlySet<string> = new Set(
	'SelectStmt InsertStmt UpdateStmt DeleteStmt MergeStmt CallStmt CopyStmt TruncateStmt'.split(' '),
);

/** The statement that runs when another one does. */
function runBy(tree: Node): Node | undefined {
	const explain = nodeOf(tree, 'ExplainStmt');
	if (explain) return isOn(explain.options, 'analyze') && explain.query ? runBy(explain.query) : undefined;
	const creation = nodeOf(tree, 'CreateTableAsStmt');
	if (creation) return creation.into?.skipData || !creation.query ? undefined : runBy(creation.query);
	return Object.keys(tree).some((kind) => RUNNING.has(kind)) ? tree : undefined;
}

const calledBy = (tree: Node): readonly QualifiedName[] => {
	const procedure = nodeOf(tree, 'CallStmt')?.funccall;
	return [...(procedure ? [listedName(procedure.funcname)] : []), ...functionsIn(tree)];
};

/** Which of several functions is meant depends on the types of the values. */
const only = (found: readonly FunctionDefinition[]): readonly FunctionDefinition[] => (found.length === 1 ? found : []);

type Content = Pick<Body, 'texts' | 'trees'>;

/** A definition never changes: another one takes its place. */
const contents = new WeakMap<FunctionDefinition, Content>();

function contentOf(routine: FunctionDefinition, known: Known): Content {
	const content = contents.get(routine) ?? readContent(routine, known);
	contents.set(routine, content);
	return content;
}

function readContent({ language, body = '', tree, signature }: FunctionDefinition, known: Known): Content {
	if (tree) return { texts: [], trees: statementsOf(tree) };
	if (language === 'sql') return { texts: [body], trees: [] };
	if (language !== 'plpgsql') return { texts: [], trees: [] };
	return { texts: queriesOf(`CREATE ${signature} LANGUAGE plpgsql AS ${quoted(body)}`, known) ?? [], trees: [] };
}

/** `RETURN …` or `BEGIN ATOMIC … END`. */
function statementsOf(tree: Node): readonly Node[] {
	const value = nodeOf(tree, 'ReturnStmt')?.returnval;
	if (value) return [{ SelectStmt: { targetList: [{ ResTarget: { val: value } }] } }];
	const lists = nodesOf([tree], 'List').flatMap(({ items = [] }) => items);
	return nodesOf(lists, 'List').flatMap(({ items = [] }) => items);
}

/** What is in a block. Its statements alone, where the grammar does not know it, as with a placeholder of a runner. */
function textsOfBlock(block: NodeOf<'DoStmt'>, known: Known): readonly string[] {
	const found = statementsInBlock(block);
	if (!found) return [];
	return queriesOf(`DO ${quoted(valueText(optionsOf(block.args).get('as')))}`, known) ?? found.statements;
}

function queriesOf(statement: string, known: Known): readonly string[] | undefined {
	const tree = known.parsePlpgsql(statement);
	return tree === undefined ? undefined : queriesIn(tree, (text) => known.parse(text));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
