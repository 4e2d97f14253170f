import { ident, sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { constraint } from './queries.ts';

export const createCheckConstraint: OperationExamples = {
	arguments: { args: { name: 'ck', table: 'account', condition: 'a > 0' }, names: ['name', 'table'] },
	cases: {
		named: (op) => op.createCheckConstraint('ck_message_body', 'message', "body <> ''"),
		'named by the server': (op) => op.createCheckConstraint(null, 'message', 'size > 0'),
		'in a schema, not valid': (op) =>
			op.createCheckConstraint('Check "size"', 'message', sql`${ident('size')} between ${-1} and ${10n}`, {
				schema: 'app',
				postgresql: { notValid: true },
			}),
		'that children do not inherit': (op) =>
			op.createCheckConstraint('ck', 'message', 'size > 0', { postgresql: { noInherit: true, notValid: false } }),
		'that need not wait': (op) => op.createCheckConstraint('ck', 'message', 'size > 0', { deferrable: false }),
		'that could wait': (op) => op.createCheckConstraint('ck', 'message', 'size > 0', { deferrable: true }),
		'that waits': (op) => op.createCheckConstraint('ck', 'message', 'size > 0', { initially: 'DEFERRED' }),
		'with a comment at the end': (op) => op.createCheckConstraint('ck', 'message', 'size > 0 -- never empty'),
		online: (op) =>
			op.createCheckConstraint('ck', 'account', 'a > 0', { online: true, postgresql: { noInherit: true } }),
	},
	scenarios: {
		'not valid, not for children': {
			up: (op) =>
				op.createCheckConstraint('ck', 'user', sql`size <> ${'7'}`, {
					postgresql: { notValid: true, noInherit: true },
				}),
			down: (op) => op.dropConstraint('ck', 'user', 'check'),
			shows: [constraint('ck'), "CHECK (((size)::text <> '7'::text)) NO INHERIT NOT VALID"],
		},
		'with a comment at its end': {
			up: (op) => op.createCheckConstraint('ck', 'user', "email ~ '^(?:x|o)' -- :no placeholder"),
			down: (op) => op.dropConstraint('ck', 'user', 'check'),
			shows: [constraint('ck'), "CHECK (((email)::text ~ '^(?:x|o)'::text))"],
		},
		online: {
			up: (op) => op.createCheckConstraint('ck', 'user', "size <> ''", { online: true }),
			down: (op) => op.dropConstraint('ck', 'user', 'check', { online: true }),
			shows: [constraint('ck'), "CHECK (((size)::text <> ''::text))"],
		},
	},
};
