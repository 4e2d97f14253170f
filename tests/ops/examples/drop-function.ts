import { t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { doubled, noted, touched } from './programs.ts';

const hasFunction = (name: string): string => `SELECT to_regproc('${name}') IS NOT NULL AS value`;

export const dropFunction: OperationExamples = {
	arguments: { args: { name: 'twice', argumentTypes: [t.integer()] }, names: ['name'] },
	cases: {
		'by its name alone': (op) => op.dropFunction('doubled'),
		'without arguments': (op) => op.dropFunction('touch', []),
		'in a schema, if exists, names that need quotes': (op) =>
			op.dropFunction('Twice', [t.string(10), t.array(t.integer()), t.raw('"My Type"')], {
				schema: 'app',
				ifExists: true,
			}),
		'a procedure, cascade': (op) => op.dropFunction('noted', [t.text()], { procedure: true, cascade: true }),
		'told what it was': (op) => op.dropFunction('doubled', undefined, { was: doubled }),
		'told what procedure it was': (op) => op.dropFunction('noted', undefined, { was: noted }),
	},
	scenarios: {
		'with all that it was': {
			up: (op) => op.dropFunction('doubled', [t.integer()], { was: doubled }),
			down: (op) => op.createFunction('doubled', doubled),
			shows: [hasFunction('doubled'), false],
		},
		'a procedure with all that it was': {
			up: (op) => op.dropFunction('noted', undefined, { was: noted }),
			down: (op) => op.createFunction('noted', noted),
			shows: [hasFunction('noted'), false],
		},
		'with the triggers that run it': {
			up: (op) => {
				op.createFunction('passing', touched);
				op.execute('CREATE TRIGGER passing BEFORE INSERT ON thing EXECUTE FUNCTION passing()');
				op.dropFunction('passing', [], { cascade: true });
				op.dropFunction('never', [t.text()], { ifExists: true });
			},
			down: () => undefined,
			shows: [hasFunction('passing'), false],
		},
	},
};
