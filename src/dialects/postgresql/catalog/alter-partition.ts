import type { Actions, Altering } from './altering.ts';
import { addParent, removeParent } from './inheritance.ts';
import type { Relation } from './model.ts';
import { attachIndex } from './partition-indexes.ts';
import { attachPartition, boundOf, detachPartition } from './partitions.ts';
import { refuse } from './state.ts';
import { nodeOf, rangeName } from './trees.ts';

/** What makes tables children and partitions, and takes that from them. */
export const ALTER_PARTITION: Actions = {
	AT_AddInherit: (altering) => {
		const parent = named(altering);
		if (!parent) return;
		if (altering.state.known(altering.table).parents.includes(parent.id)) refuse('it inherits already');
		addParent(altering.state, altering.table, parent.id, false);
	},
	AT_DropInherit: (altering) => {
		const parent = named(altering);
		if (parent) removeParent(altering.state, altering.table, parent.id);
	},
	AT_AttachPartition: (altering) => {
		const { state, table, command } = altering;
		const child = named(altering);
		const bound = nodeOf(command.def, 'PartitionCmd')?.bound;
		if (!child) return;
		if (bound) attachPartition(state, state.known(table), child, boundOf(bound));
		else attachIndex(state, state.known(table), child);
	},
	AT_DetachPartition: detach,
	// What was begun concurrently; a script that does both has said so before.
	AT_DetachPartitionFinalize: (altering) => {
		if (named(altering)?.bound) detach(altering);
	},
};

function detach(altering: Altering): void {
	const { state, table, command } = altering;
	const child = named(altering);
	const isConcurrent = nodeOf(command.def, 'PartitionCmd')?.concurrent ?? false;
	if (child) detachPartition(state, state.known(table), child, isConcurrent);
}

/** The other table that a part of the statement names. */
function named({ state, command: { def } }: Altering): Relation | undefined {
	const range = nodeOf(def, 'PartitionCmd')?.name ?? nodeOf(def, 'RangeVar');
	return range && state.find(rangeName(range));
}
