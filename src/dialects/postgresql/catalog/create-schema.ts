import { type Handle, refuse, type State } from './state.ts';
import type { NodeOf } from './trees.ts';

/** A schema without a name has that of its role. What is created with it is created in it. */
export function createSchema(state: State, statement: NodeOf<'CreateSchemaStmt'>, handle: Handle): void {
	const name = statement.schemaname ?? statement.authrole?.rolename;
	if (name === undefined) return;
	if (state.hasSchema(name) && !statement.if_not_exists) refuse('the name is taken');
	state.putSchema(name);
	state.within(name, () => {
		for (const element of statement.schemaElts ?? []) handle(state, element);
	});
}
