import { param, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { ownerOf } from './queries.ts';

const existingOwner = 'postgres';

export const alterOwner: OperationExamples = {
	arguments: { args: { name: 'user', owner: 'keeper' }, names: ['name', 'owner'] },
	cases: {
		plain: (op) => op.alterOwner('message', 'analyst'),
		'in a schema, if exists, names that need quotes': (op) =>
			op.alterOwner('Order', 'user', { schema: 'my app', ifExists: true, existingOwner }),
		'of each type': (op) => {
			op.alterOwner('a', 'keeper', { type: 'foreignTable' });
			op.alterOwner('a', 'keeper', { type: 'view' });
			op.alterOwner('a', 'keeper', { type: 'materializedView' });
			op.alterOwner('a', 'keeper', { type: 'sequence' });
			op.alterOwner('a', 'keeper', { type: 'type' });
			op.alterOwner('a', 'keeper', { type: 'domain' });
			op.alterOwner('a', 'keeper', { type: 'function', argumentTypes: [] });
			op.alterOwner('a', 'keeper', { type: 'procedure', argumentTypes: [t.integer(), t.array(t.text())] });
			op.alterOwner('a', 'keeper', { type: 'routine' });
			op.alterOwner('a', 'keeper', { type: 'schema' });
		},
		'to a role by a key word or a parameter': (op) => {
			op.alterOwner('message', sql`CURRENT_USER`);
			op.alterOwner('message', param('owner', 'identifier'), { existingOwner: sql`SESSION_USER` });
		},
		'if exists, where PostgreSQL has no word for it': (op) =>
			op.alterOwner('a', 'keeper', { type: 'schema', ifExists: true }),
	},
	scenarios: {
		'of a table, to a role and back to the one that runs the script': {
			up: (op) => op.alterOwner('kept', 'Keeper', { existingOwner: sql`CURRENT_USER` }),
			down: (op) => op.alterOwner('kept', sql`SESSION_USER`),
			shows: [ownerOf('pg_class', 'relowner', 'relname', 'ix_kept'), 'Keeper'],
		},
		'of objects of each type': {
			up: (op) => {
				op.alterOwner('a.b', 'Keeper', { schema: 'App', ifExists: true, existingOwner });
				op.alterOwner('Parted', 'Keeper', { existingOwner });
				op.alterOwner('Seen', 'Keeper', { type: 'view', existingOwner });
				op.alterOwner('Stored', 'Keeper', { type: 'materializedView', ifExists: true, existingOwner });
				op.alterOwner('Foreign', 'Keeper', { type: 'foreignTable', existingOwner });
				op.alterOwner('Counted', 'Keeper', { type: 'sequence', existingOwner });
				op.alterOwner('Pair', 'Keeper', { type: 'type', existingOwner });
				op.alterOwner('Positive', 'Keeper', { type: 'domain', existingOwner });
				op.alterOwner('Twice', 'Keeper', { type: 'function', argumentTypes: [t.integer(), t.date()], existingOwner });
				op.alterOwner('Twice', 'Keeper', { type: 'routine', argumentTypes: [], existingOwner });
				op.alterOwner('Done', 'Keeper', { type: 'procedure', existingOwner });
				op.alterOwner('App', 'Keeper', { type: 'schema', existingOwner });
			},
			down: (op) => {
				const owner = sql`CURRENT_ROLE`;
				op.alterOwner('a.b', owner, { schema: 'App' });
				op.alterOwner('Parted', owner);
				op.alterOwner('Seen', owner, { type: 'view' });
				op.alterOwner('Stored', owner, { type: 'materializedView' });
				op.alterOwner('Foreign', owner, { type: 'foreignTable' });
				op.alterOwner('Counted', owner, { type: 'sequence' });
				op.alterOwner('Pair', owner, { type: 'type' });
				op.alterOwner('Positive', owner, { type: 'domain' });
				op.alterOwner('Twice', owner, { type: 'function', argumentTypes: [t.integer(), t.date()] });
				op.alterOwner('Twice', owner, { type: 'function', argumentTypes: [] });
				op.alterOwner('Done', owner, { type: 'procedure' });
				op.alterOwner('App', owner, { type: 'schema' });
			},
			shows: [ownerOf('pg_namespace', 'nspowner', 'nspname', 'App'), 'Keeper'],
		},
	},
};
