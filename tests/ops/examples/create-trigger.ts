import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

const triggerText = (name: string): string =>
	`SELECT pg_get_triggerdef(oid) AS value FROM pg_trigger WHERE tgname = '${name}'`;

export const createTrigger: OperationExamples = {
	arguments: {
		args: { name: 'tr', table: 'account', definition: { timing: 'AFTER', events: ['INSERT'], function: 'f' } },
		names: ['name', 'table'],
	},
	cases: {
		plain: (op) => op.createTrigger('tr', 'account', { timing: 'AFTER', events: ['TRUNCATE'], function: 'f' }),
		'or replace, for each row, under a condition': (op) =>
			op.createTrigger(
				'tr',
				'account',
				{
					timing: 'BEFORE',
					events: ['INSERT', 'DELETE', { updateOf: ['email', 'user'] }],
					forEach: 'ROW',
					when: sql`OLD.plan <> ${"it's"} -- at last`,
					function: 'f',
				},
				{ orReplace: true },
			),
		'names that need quotes, arguments, a comment': (op) =>
			op.createTrigger(
				'Tr "1"',
				'User',
				{
					timing: 'INSTEAD OF',
					events: ['INSERT'],
					forEach: 'ROW',
					function: ['My App', 'F'],
					arguments: ["it's", 'a\\b', ''],
					comment: "who's there",
				},
				{ schema: 'My App' },
			),
		'old and new rows of a statement': (op) =>
			op.createTrigger('tr', 'account', {
				timing: 'AFTER',
				events: ['UPDATE'],
				forEach: 'STATEMENT',
				referencing: { oldTable: 'Old', newTable: 'new' },
				function: 'f',
			}),
		'a constraint trigger': (op) =>
			op.createTrigger('tr', 'account', {
				timing: 'AFTER',
				events: ['INSERT'],
				forEach: 'ROW',
				constraint: true,
				from: ['app', 'user'],
				deferrable: true,
				initially: 'DEFERRED',
				function: 'f',
			}),
		'a constraint trigger that does not wait': (op) =>
			op.createTrigger('tr', 'account', {
				timing: 'AFTER',
				events: ['INSERT'],
				forEach: 'ROW',
				constraint: true,
				deferrable: false,
				function: 'f',
			}),
	},
	scenarios: {
		'before rows change, under a condition': {
			up: (op) => {
				op.createTrigger('Tr "1"', 'thing', {
					timing: 'BEFORE',
					events: ['DELETE', { updateOf: ['id', 'name'] }],
					forEach: 'ROW',
					when: sql`OLD.name <> ${"it's"} -- at last`,
					function: ['App', 'Touched'],
					arguments: ["it's", 'a\\b'],
					comment: "who's there",
				});
				op.execute('DELETE FROM thing');
			},
			down: (op) => op.dropTrigger('Tr "1"', 'thing'),
			shows: [
				`SELECT (SELECT count(*) FROM thing) || encode(tgargs, 'escape') || obj_description(oid) AS value FROM pg_trigger WHERE tgname = 'Tr "1"'`,
				`2it's\\000a\\\\b\\000who's there`,
			],
		},
		'after a statement, with its rows': {
			up: (op) =>
				op.createTrigger('tr_rows', 'thing', {
					timing: 'AFTER',
					events: ['UPDATE'],
					referencing: { oldTable: 'Old', newTable: 'new' },
					function: 'touched',
				}),
			down: (op) => op.dropTrigger('tr_rows', 'thing', { ifExists: true }),
			shows: [
				triggerText('tr_rows'),
				'CREATE TRIGGER tr_rows AFTER UPDATE ON public.thing REFERENCING OLD TABLE AS "Old" NEW TABLE AS new FOR EACH STATEMENT EXECUTE FUNCTION touched()',
			],
		},
		'of a constraint, in a schema': {
			up: (op) => {
				op.createTrigger(
					'tr_late',
					'a.b',
					{
						timing: 'AFTER',
						events: ['INSERT', 'UPDATE'],
						forEach: 'ROW',
						constraint: true,
						from: 'thing',
						deferrable: true,
						initially: 'DEFERRED',
						function: ['App', 'Touched'],
					},
					{ schema: 'App' },
				);
				op.createTrigger('tr_soon', 'thing', {
					timing: 'AFTER',
					events: ['DELETE'],
					forEach: 'ROW',
					constraint: true,
					from: ['App', 'a.b'],
					deferrable: false,
					initially: 'IMMEDIATE',
					function: 'touched',
				});
			},
			down: (op) => {
				op.dropTrigger('tr_late', 'a.b', { schema: 'App' });
				op.dropTrigger('tr_soon', 'thing');
			},
			shows: [
				triggerText('tr_late'),
				'CREATE CONSTRAINT TRIGGER tr_late AFTER INSERT OR UPDATE ON "App"."a.b" FROM thing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "App"."Touched"()',
			],
		},
		'instead of changes of a view': {
			up: (op) => {
				op.createView('writable', 'SELECT id FROM thing');
				op.createTrigger('tr_view', 'writable', {
					timing: 'INSTEAD OF',
					events: ['INSERT', 'UPDATE', 'DELETE'],
					forEach: 'ROW',
					function: 'touched',
				});
			},
			down: (op) => op.dropView('writable'),
			shows: [
				triggerText('tr_view'),
				'CREATE TRIGGER tr_view INSTEAD OF INSERT OR DELETE OR UPDATE ON public.writable FOR EACH ROW EXECUTE FUNCTION touched()',
			],
		},
		'or replace': {
			up: (op) => {
				for (const event of ['TRUNCATE', 'DELETE'] as const) {
					op.createTrigger(
						'tr_again',
						'thing',
						{ timing: 'AFTER', events: [event], function: 'touched' },
						{ orReplace: true },
					);
				}
			},
			down: (op) => op.dropTrigger('tr_again', 'thing'),
			shows: [
				triggerText('tr_again'),
				'CREATE TRIGGER tr_again AFTER DELETE ON public.thing FOR EACH STATEMENT EXECUTE FUNCTION touched()',
			],
		},
	},
};
