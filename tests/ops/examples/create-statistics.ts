import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

/** A query that tells how statistics are defined. */
export const statisticsDefinition = (name: string): string =>
	`SELECT pg_get_statisticsobjdef(oid) AS value FROM pg_statistic_ext WHERE stxname = '${name}'`;

export const createStatistics: OperationExamples = {
	arguments: {
		args: { name: 'st', table: 'account', columns: ['a', 'b'] },
		names: ['name', 'table'],
	},
	cases: {
		plain: (op) => op.createStatistics('st', 'address', ['city', 'postcode']),
		'of one kind': (op) => op.createStatistics('st', 'address', ['city', 'postcode'], { kinds: ['dependencies'] }),
		'in a schema, if not exists': (op) =>
			op.createStatistics('St', 'User', ['Größe', 'a'], { schema: 'My App', ifNotExists: true }),
		'of an expression': (op) => op.createStatistics('st', 'account', [sql`lower(email)`]),
		'with everything': (op) =>
			op.createStatistics('st', 'account', ['email', sql`a || ${'-'} -- joined`], {
				schema: 'app',
				kinds: ['ndistinct', 'dependencies', 'mcv'],
				ifNotExists: true,
			}),
	},
	scenarios: {
		'of columns and expressions': {
			up: (op) =>
				op.createStatistics('St', 'user', ['email', 'size', sql`lower(size)`], { kinds: ['mcv', 'ndistinct'] }),
			down: (op) => op.dropStatistics('St'),
			shows: [
				statisticsDefinition('St'),
				'CREATE STATISTICS public."St" (ndistinct, mcv) ON email, size, lower(size::text) FROM "user"',
			],
		},
		'of one expression, if not exists': {
			up: (op) => op.createStatistics('st', 'a.b', [sql`x / 2`], { schema: 'App', ifNotExists: true }),
			down: (op) => op.dropStatistics('st', { schema: 'App' }),
			shows: [statisticsDefinition('st'), 'CREATE STATISTICS "App".st ON (x / 2) FROM "App"."a.b"'],
		},
		'of all kinds': {
			up: (op) => op.createStatistics('st', 'user', ['email', 'size']),
			down: (op) => op.dropStatistics('st', { ifExists: true }),
			shows: [statisticsDefinition('st'), 'CREATE STATISTICS public.st ON email, size FROM "user"'],
		},
		'dependencies alone': {
			up: (op) => op.createStatistics('st', 'user', ['email', 'size'], { kinds: ['dependencies'] }),
			down: (op) => op.dropStatistics('st'),
			shows: [statisticsDefinition('st'), 'CREATE STATISTICS public.st (dependencies) ON email, size FROM "user"'],
		},
	},
};
