import { columnsIn } from '../catalog/trees.ts';
import { indexesOn } from './alter-column-type.ts';
import { type Command, columnOf, constraintOf } from './alter-command.ts';
import { dropForeignKey, dropReferencing, dropViews } from './drops.ts';

/** A column takes its constraints along; with CASCADE what refers to it, too. */
export function dropColumn(command: Command): void {
	const { cmd, targets, target, context } = command;
	const name = cmd.name ?? '';
	context.drops.push({ kind: 'column', name: `${target.id}.${name}` });
	lockOrphans(command);
	for (const each of targets) {
		const constraints = each.relation?.constraints.filter(({ columns }) => columns.includes(name)) ?? [];
		for (const constraint of constraints) dropForeignKey(constraint, each, context);
		if (cmd.behavior !== 'DROP_CASCADE') continue;
		dropReferencing(each, ({ references }) => references?.columns.includes(name) ?? false, context);
		const id = each.relation?.id;
		dropViews(each, context, ({ view }) =>
			(view?.dependsOn ?? []).some(({ relation, columns }) => relation === id && columns.includes(name)),
		);
	}
}

/** With ONLY, what the children had from their parent is theirs alone from now on. */
function lockOrphans({ target, isOnly, context }: Command): void {
	if (!isOnly) return;
	context.lockAll(context.all(target.relation?.children ?? []), 'ACCESS EXCLUSIVE', 'it keeps what its parent loses');
}

export function dropConstraint(command: Command): void {
	const { cmd, targets, target, context } = command;
	context.drops.push({ kind: 'constraint', name: `${target.id}.${cmd.name ?? ''}` });
	const named = constraintOf(target, cmd.name);
	if (named?.kind === 'check' && !named.noInherit) lockOrphans(command);
	for (const each of targets) {
		const constraint = constraintOf(each, cmd.name);
		if (!constraint) continue;
		dropForeignKey(constraint, each, context, true);
		if (cmd.behavior === 'DROP_CASCADE')
			dropReferencing(each, ({ references }) => references?.index === constraint.index, context);
	}
}

/** A stored expression is computed anew for each row; a virtual one is not, unless constraints rely on it. */
export function setExpression({ cmd, targets, context }: Command): void {
	const name = cmd.name ?? '';
	for (const each of targets) {
		if (columnOf(each, name)?.generated !== 'virtual') {
			context.rewrite(each, 'the stored expression is computed for each row');
			if (indexesOn(context, each, name).length > 0) context.buildIndex(each, `an index on ${name} is built anew`);
		} else if (each.relation?.constraints.some(({ expression }) => columnsIn(expression).includes(name))) {
			context.scan(each, 'constraints of the column are tried again');
		}
	}
}
