import type { OperationExamples } from './examples.ts';

export const alterStatistics: OperationExamples = {
	arguments: { args: { name: 'st', target: 100 }, names: ['name'] },
	cases: {
		plain: (op) => op.alterStatistics('st', 1000),
		'as the server is set': (op) => op.alterStatistics('st', null, { existingTarget: 0 }),
		'in a schema': (op) => op.alterStatistics('St', 0, { schema: 'My App' }),
	},
	scenarios: {
		'there and back': {
			up: (op) => {
				op.createStatistics('St', 'user', ['email', 'size']);
				op.alterStatistics('St', 500, { schema: 'public', existingTarget: null });
				op.alterStatistics('St', null, { existingTarget: 500 });
				op.alterStatistics('St', 0, { existingTarget: null });
			},
			down: (op) => op.dropStatistics('St'),
			shows: [`SELECT stxstattarget AS value FROM pg_statistic_ext WHERE stxname = 'St'`, 0],
		},
	},
};
