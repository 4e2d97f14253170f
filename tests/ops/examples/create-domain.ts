import { checkConstraint, column, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const createDomain: OperationExamples = {
	arguments: { args: { name: 'email', type: t.text() }, names: ['name'] },
	cases: {
		plain: (op) => op.createDomain('email', t.citext()),
		'with conditions': (op) =>
			op.createDomain('email', t.text({ collation: 'C' }), {
				notNull: true,
				serverDefault: "it's",
				constraints: [
					checkConstraint("VALUE LIKE '%@%'", { name: op.f('has_at') }),
					checkConstraint(sql`length(VALUE) < ${255}`),
				],
			}),
		'names that need quotes': (op) =>
			op.createDomain('E-Mail', t.domain('text', { schema: 'my app' }), {
				schema: 'order',
				constraints: [checkConstraint('true', { name: 'a"b' })],
			}),
		'of a type that is created before': (op) => op.createDomain('open_state', t.enum('state', ['new', 'sent'])),
		'with a default that is an expression, or JSON': (op) => {
			op.createDomain('at', t.dateTime({ timezone: true }), { serverDefault: sql`now()` });
			op.createDomain('settings', t.jsonb(), { serverDefault: '{}' });
		},
		'with a check that is not valid': (op) =>
			op.createDomain('email', t.text(), {
				constraints: [checkConstraint('true', { postgresql: { notValid: true } })],
			}),
		'with a check that is not inherited': (op) =>
			op.createDomain('email', t.text(), {
				constraints: [checkConstraint('true', { postgresql: { noInherit: true } })],
			}),
	},
	scenarios: {
		'with conditions, and a column of it': {
			up: (op) => {
				op.createDomain('E-Mail', t.string(50, { collation: 'C' }), {
					notNull: true,
					serverDefault: "it's@home",
					constraints: [
						checkConstraint("VALUE LIKE '%@%'", { name: 'Has at' }),
						checkConstraint('length(VALUE) < 255', { name: 'length' }),
					],
				});
				op.addColumn('user', column('mail', t.domain('E-Mail')));
			},
			down: (op) => {
				op.dropColumn('user', 'mail');
				op.dropDomain('E-Mail');
			},
			shows: ['SELECT mail AS value FROM "user"', "it's@home"],
		},
		'of an enum, in a schema': {
			up: (op) => {
				op.createDomain('text', t.enum('text', ['new', 'sent'], { schema: 'App' }), {
					schema: 'Empty',
					serverDefault: 'new',
				});
				op.addColumn('user', column('states', t.array(t.domain('text', { schema: 'Empty' }))));
			},
			down: (op) => {
				op.dropColumn('user', 'states');
				op.dropDomain('text', { schema: 'Empty' });
				op.dropEnum('text', { schema: 'App' });
			},
			shows: [`SELECT typdefault AS value FROM pg_type WHERE oid = '"Empty".text'::regtype`, `'new'::"App".text`],
		},
	},
};
