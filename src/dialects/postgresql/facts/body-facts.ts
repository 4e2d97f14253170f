import type { RelationFacts, StatementFacts } from '../../facts.ts';
import type { FunctionDefinition } from '../catalog/definitions.ts';
import { statementsInBlock } from '../catalog/do-block.ts';
import type { NodeOf } from '../catalog/trees.ts';
import type { Body } from './bodies.ts';
import type { Reader, Sight } from './reader.ts';
import { relationLocks } from './relation-locks.ts';

/** How many routines are read for one statement: each may call the next, and that as deep as the server's stack allows. */
const MAX_ROUTINES = 200;

/** The facts of a statement, with what the bodies that it runs do to relations, as if all in them ran. */
export function withBodies(facts: StatementFacts, bodies: readonly Body[], reader: Reader): StatementFacts {
	const entered = reader.entered ?? new Set();
	const inside = bodies.flatMap((body) => {
		if (!body.routine) return relationsIn(body, reader, reader.entered);
		if (entered.has(body.routine) || entered.size >= MAX_ROUTINES) return [];
		entered.add(body.routine);
		return relationsIn(body, reader, entered);
	});
	if (inside.length === 0) return facts;
	return { ...facts, relations: relationLocks([facts.relations, ...inside]) };
}

function relationsIn(
	body: Body,
	reader: Reader,
	entered: Set<FunctionDefinition> | undefined,
): readonly (readonly RelationFacts[])[] {
	const found: StatementFacts[] = [];
	reader.readWithin((inner) => {
		for (const text of body.texts) found.push(...inner.readAll(text));
		found.push(...inner.readTrees(body.trees, ''));
	}, entered);
	// Of routines that call others, the first one tells where to look.
	const reason = reader.entered ? undefined : userIn(body);
	const rows = new Set(body.trigger?.transitions);
	return found.map(({ relations }) =>
		relations
			.filter(({ name }) => !rows.has(name.split('.').at(-1) ?? ''))
			.map((each) => (reason === undefined ? each : { ...each, reasons: [`${reason} uses it`, ...each.reasons] })),
	);
}

/** What uses the relations in a body: `f()`, `the trigger "t"`. */
function userIn({ routine, trigger }: Body): string | undefined {
	if (trigger) return `the trigger "${trigger.name}"`;
	return routine && `${routine.name}()`;
}

/**
 * Read the statements in a DO block, as if all of them ran. Those that cannot be parsed are left out.
 *
 * @param look - Is shown each statement, and its text.
 */
export function readBlock(
	block: NodeOf<'DoStmt'> | undefined,
	reader: Reader,
	look: (sight: Sight, text: string) => void,
): void {
	const texts = (block && statementsInBlock(block)?.statements) ?? [];
	if (texts.length === 0) return;
	reader.readWithin((inner) => {
		for (const text of texts) inner.readAll(text, (sight) => look(sight, text));
	});
}
