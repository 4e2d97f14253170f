import { t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { hasTable } from './queries.ts';

export const setSchema: OperationExamples = {
	arguments: { args: { name: 'user', newSchema: 'app' }, names: ['name', 'newSchema'] },
	cases: {
		plain: (op) => op.setSchema('message', 'chat'),
		'in a schema, if exists, names that need quotes': (op) =>
			op.setSchema('Order', 'my app', { schema: 'user', ifExists: true }),
		'of each type': (op) => {
			op.setSchema('a', 'app', { type: 'foreignTable', schema: 'public' });
			op.setSchema('a', 'app', { type: 'view', schema: 'public' });
			op.setSchema('a', 'app', { type: 'materializedView', schema: 'public' });
			op.setSchema('a', 'app', { type: 'sequence', schema: 'public' });
			op.setSchema('a', 'app', { type: 'type', schema: 'public' });
			op.setSchema('a', 'app', { type: 'domain', schema: 'public' });
			op.setSchema('a', 'app', { type: 'function', schema: 'public', argumentTypes: [] });
			op.setSchema('a', 'app', {
				type: 'procedure',
				schema: 'public',
				argumentTypes: [t.integer(), t.array(t.text())],
			});
			op.setSchema('a', 'app', { type: 'routine', schema: 'public' });
			op.setSchema('a', 'app', { type: 'extension', existingSchema: 'public' });
		},
		'if exists, where PostgreSQL has no word for it': (op) =>
			op.setSchema('a', 'app', { type: 'function', ifExists: true }),
	},
	scenarios: {
		'a table with all that belongs to it': {
			up: (op) => op.setSchema('kept', 'App', { schema: 'public' }),
			down: (op) => op.setSchema('kept', 'public', { schema: 'App' }),
			shows: [hasTable('"App".ix_kept'), true],
		},
		'objects of each type': {
			up: (op) => {
				const own = { schema: 'public' };
				op.setSchema('Parted', 'App', own);
				op.setSchema('Seen', 'App', { ...own, type: 'view' });
				op.setSchema('Stored', 'App', { ...own, type: 'materializedView', ifExists: true });
				op.setSchema('Foreign', 'App', { ...own, type: 'foreignTable' });
				op.setSchema('Counted', 'App', { ...own, type: 'sequence' });
				op.setSchema('Pair', 'App', { ...own, type: 'type' });
				op.setSchema('Kept', 'App', { ...own, type: 'type' });
				op.setSchema('Positive', 'App', { ...own, type: 'domain' });
				op.setSchema('Twice', 'App', { ...own, type: 'function', argumentTypes: [t.integer(), t.date()] });
				op.setSchema('Twice', 'App', { ...own, type: 'routine', argumentTypes: [] });
				op.setSchema('Done', 'App', { ...own, type: 'procedure', argumentTypes: [t.array(t.integer())] });
				op.setSchema('cube', 'App', { type: 'extension', existingSchema: 'public' });
			},
			down: (op) => {
				const own = { schema: 'App' };
				op.setSchema('Parted', 'public', own);
				op.setSchema('Seen', 'public', { ...own, type: 'view' });
				op.setSchema('Stored', 'public', { ...own, type: 'materializedView' });
				op.setSchema('Foreign', 'public', { ...own, type: 'foreignTable' });
				op.setSchema('Counted', 'public', { ...own, type: 'sequence' });
				op.setSchema('Pair', 'public', { ...own, type: 'type' });
				op.setSchema('Kept', 'public', { ...own, type: 'type' });
				op.setSchema('Positive', 'public', { ...own, type: 'domain' });
				op.setSchema('Twice', 'public', { ...own, type: 'routine', argumentTypes: [] });
				op.setSchema('Twice', 'public', { ...own, type: 'function' });
				op.setSchema('Done', 'public', { ...own, type: 'procedure' });
				op.setSchema('cube', 'public', { type: 'extension' });
			},
			shows: ['SELECT "App"."Twice"(4, NULL) || \':\' || "App"."Twice"() AS value', '8:2'],
		},
		'if exists': {
			up: (op) => op.setSchema('never', 'App', { ifExists: true }),
			down: () => undefined,
			shows: [hasTable('"App".never'), false],
		},
	},
};
