import { checkConstraint, column, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const dropDomain: OperationExamples = {
	arguments: { args: { name: 'email' }, names: ['name'] },
	cases: {
		plain: (op) => op.dropDomain('email'),
		'told what it was': (op) => op.dropDomain('email', { was: t.text() }),
		'told all that it was': (op) => op.dropDomain('email', { schema: 'app', was: { type: t.text(), notNull: true } }),
		'in a schema, if exists, with what depends on it': (op) =>
			op.dropDomain('E-Mail', { schema: 'my app', ifExists: true, cascade: true }),
	},
	scenarios: {
		'with what it was': {
			up: (op) =>
				op.dropDomain('Positive', {
					was: { type: t.integer(), constraints: [checkConstraint('VALUE > 0', { name: 'Positive_check' })] },
				}),
			down: (op) => op.createDomain('Positive', t.integer(), { constraints: [checkConstraint('VALUE > 0')] }),
			shows: [`SELECT to_regtype('"Positive"') IS NULL AS value`, true],
		},
		'if exists, with its columns': {
			up: (op) => {
				op.dropDomain('never', { schema: 'App', ifExists: true });
				op.createDomain('wide', t.text());
				op.addColumn('user', column('w', t.domain('wide')));
				op.dropDomain('wide', { cascade: true });
			},
			down: () => undefined,
			shows: [`SELECT to_regtype('wide') IS NULL AS value`, true],
		},
	},
};
