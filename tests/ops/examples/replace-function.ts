import { t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { doubled, noted } from './programs.ts';

export const replaceFunction: OperationExamples = {
	arguments: {
		args: { name: 'twice', definition: { returns: t.integer(), sqlBody: 'RETURN 2' } },
		names: ['name'],
	},
	cases: {
		plain: (op) => op.replaceFunction('doubled', { returns: t.integer(), language: 'sql', body: 'SELECT 2' }),
		'told what it was': (op) =>
			op.replaceFunction('doubled', { ...doubled, body: 'BEGIN RETURN n + n; END' }, { was: doubled }),
		'in a schema, with another comment': (op) =>
			op.replaceFunction('Twice', { ...doubled, strict: true, comment: 'new' }, { schema: 'app', was: doubled }),
		'without its comment': (op) => op.replaceFunction('doubled', { ...doubled, comment: null }),
		'a procedure': (op) => op.replaceFunction('noted', noted),
	},
	scenarios: {
		'with another body, attributes and comment': {
			up: (op) =>
				op.replaceFunction(
					'doubled',
					{ ...doubled, language: 'sql', body: 'SELECT n + n + 1', volatility: 'IMMUTABLE', comment: 'more' },
					{ was: doubled },
				),
			down: (op) => op.replaceFunction('doubled', doubled),
			shows: ["SELECT doubled(2) || obj_description('doubled(integer)'::regprocedure) AS value", '5more'],
		},
		'with the comment that it has': {
			up: (op) => {
				const { comment: _, ...definition } = doubled;
				op.replaceFunction('doubled', { ...definition, body: 'BEGIN RETURN 0; END' }, { was: doubled });
			},
			down: (op) => op.replaceFunction('doubled', doubled),
			shows: ["SELECT doubled(2) || obj_description('doubled(integer)'::regprocedure) AS value", "0it's doubled"],
		},
		'a procedure': {
			up: (op) => op.replaceFunction('noted', { ...noted, securityDefiner: true }, { was: noted }),
			down: (op) => op.replaceFunction('noted', noted),
			shows: ["SELECT prosecdef AS value FROM pg_proc WHERE oid = 'noted'::regproc", true],
		},
	},
};
