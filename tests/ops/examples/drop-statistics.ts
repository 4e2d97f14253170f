import { sql } from '../../../src/index.ts';
import { statisticsDefinition } from './create-statistics.ts';
import type { OperationExamples } from './examples.ts';

export const dropStatistics: OperationExamples = {
	arguments: { args: { name: 'st' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropStatistics('st'),
		'told what it was': (op) => op.dropStatistics('st', { was: { table: 'account', columns: ['a', 'b'] } }),
		'in a schema, if exists': (op) => op.dropStatistics('St', { schema: 'app', ifExists: true }),
	},
	scenarios: {
		'with what they were': {
			up: (op) => {
				op.createStatistics('St', 'a.b', [sql`x / 2`], { schema: 'App' });
				op.dropStatistics('St', { schema: 'App', was: { table: 'a.b', columns: [sql`x / 2`] } });
			},
			down: () => undefined,
			shows: [statisticsDefinition('St'), null],
		},
		'if exists': {
			up: (op) => op.dropStatistics('never', { ifExists: true }),
			down: () => undefined,
			shows: [statisticsDefinition('never'), null],
		},
	},
};
