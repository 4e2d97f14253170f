import type { Actions, Altering } from './altering.ts';
import { addCheck, addNotNull, changeConstraint, findConstraint, keyColumns } from './constraints.ts';
import { dropConstraint } from './drop-constraint.ts';
import { addForeignKey } from './foreign-keys.ts';
import { addKey, isKey } from './keys.ts';
import type { Constraint, Id } from './model.ts';
import { changeIndex } from './partition-indexes.ts';
import { Refused, refuse, type State } from './state.ts';
import { type NodeOf, nodeOf } from './trees.ts';

export const ALTER_CONSTRAINT: Actions = {
	AT_AddConstraint: (altering) => {
		const node = nodeOf(altering.command.def, 'Constraint');
		if (node) addInTurn(altering, node);
	},
	AT_AlterConstraint: alterConstraint,
	AT_DropConstraint: ({ state, table, recurse, command: { name = '', missing_ok: missingOk, behavior } }) => {
		if (!findConstraint(state.known(table), name) && missingOk) return;
		dropConstraint(state, table, name, { cascade: behavior === 'DROP_CASCADE', recurse });
	},
	AT_ValidateConstraint: ({ state, table, command: { name = '' } }) =>
		validate(state, table, existing(state, table, name)),
};

const existing = (state: State, table: Id, name: string): Constraint => {
	const found = findConstraint(state.known(table), name);
	if (!found) throw new Refused('no such constraint');
	return found;
};

/** Add a constraint to a table that is there; a foreign key after all else, which may be what it needs. */
export function addInTurn(altering: Altering, node: NodeOf<'Constraint'>): void {
	if (node.contype === 'CONSTR_FOREIGN') altering.later.push(() => addConstraint(altering, node));
	else addConstraint(altering, node);
}

function addConstraint({ state, table, recurse }: Altering, node: NodeOf<'Constraint'>): void {
	const adding = { recurse };
	if (node.contype === 'CONSTR_CHECK') addCheck(state, table, node, adding);
	else if (node.contype === 'CONSTR_FOREIGN') addForeignKey(state, table, node, adding);
	else if (node.contype === 'CONSTR_NOTNULL') addNotNullConstraint(state, table, node, recurse);
	else if (isKey(node)) {
		const { conname } = node;
		if (conname !== undefined && findConstraint(state.known(table), conname))
			refuse('a constraint of this name is there');
		addKey(state, table, node, recurse);
	}
}

function addNotNullConstraint(state: State, table: Id, node: NodeOf<'Constraint'>, recurse: boolean): void {
	const [column = ''] = keyColumns(node);
	const isValidated = !node.skip_validation;
	addNotNull(state, table, column, { name: node.conname, isValidated, noInherit: node.is_no_inherit }, recurse);
}

/** What children have from the constraint is validated with it. */
function validate(state: State, table: Id, { kind, name, columns, isEnforced }: Constraint): void {
	if (!isEnforced) refuse('the constraint is not enforced');
	const { children, constraints } = state.known(table);
	const own = constraints.find((each) =>
		kind === 'check' ? each.name === name : each.kind === kind && each.columns.join() === columns.join(),
	);
	if (!own) return;
	changeConstraint(state, table, own.name, { isValidated: true });
	for (const child of children) validate(state, child, own);
}

function alterConstraint({ state, table, command }: Altering): void {
	const given = nodeOf(command.def, 'ATAlterConstraint');
	if (!given) return;
	const own = existing(state, table, given.conname ?? '');
	const change = changeOf(given);
	changeConstraint(state, table, own.name, change);
	if (own.index !== undefined && given.alterDeferrability) {
		changeIndex(state, own.index, { isImmediate: !change.isDeferrable });
	}
	if (own.kind === 'foreign key')
		for (const child of state.known(table).children) changeBelow(state, child, own, change);
}

function changeOf(given: NodeOf<'ATAlterConstraint'>): Partial<Constraint> {
	const { is_enforced: isEnforced = false, deferrable: isDeferrable = false, initdeferred = false } = given;
	return {
		...(given.alterDeferrability && { isDeferrable, isInitiallyDeferred: initdeferred }),
		...(given.alterEnforceability && { isEnforced, isValidated: isEnforced }),
		...(given.alterInheritability && { noInherit: given.noinherit ?? false }),
	};
}

/** Keys of partitions are as that of their table. */
function changeBelow(state: State, table: Id, { columns }: Constraint, change: Partial<Constraint>): void {
	const { constraints, children } = state.known(table);
	const own = constraints.find(
		(each) => each.kind === 'foreign key' && each.inheritCount > 0 && each.columns.join() === columns.join(),
	);
	if (!own) return;
	changeConstraint(state, table, own.name, change);
	for (const child of children) changeBelow(state, child, own, change);
}
