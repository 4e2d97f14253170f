import { ident, param, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

export const execute: OperationExamples = {
	arguments: { args: { sql: 'select 1' }, names: [] },
	cases: {
		'a string, verbatim': (op) => op.execute("update account set plan = 'free' where note ~ '(?:x|y)%' -- :all\t%s"),
		'values and names': (op) =>
			op.execute(
				sql`update ${ident('app', 'user')} set plan = ${"it's"}, n = n -${-1}, at = ${new Date(0)}, b = ${new Uint8Array([1])},
	ok = ${true}, x = ${null}, f = ${Number.NaN}, big = ${-9007199254740993n}`,
			),
		'a fragment in a fragment': (op) => op.execute(sql`delete from account where ${sql`plan = ${'free'}`} and id > 0`),
		parameters: (op) =>
			op.execute(
				sql`update account set plan = 'x:y' where tenant = ${param('tenant', t.string())} and ${param('n', t.integer())} > 0`,
			),
		'several statements': (op) =>
			op.execute(`
				-- first
				insert into log values ('a;b');
				/* second; */ select 1;;
				select $$;$$ -- last;
			`),
		'a function with a body in SQL': (op) =>
			op.execute(`CREATE OR REPLACE FUNCTION f() RETURNS void
BEGIN ATOMIC
    INSERT INTO log VALUES (CASE WHEN true THEN 1 END);
    DELETE FROM log;
END;
SELECT f()`),
		'outside a transaction': (op) => op.autocommitBlock(() => op.execute("ALTER SYSTEM SET work_mem = '64MB'")),
	},
	scenarios: {
		'several statements with bodies and comments': {
			up: (op) =>
				op.execute(`
					CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql
					BEGIN ATOMIC
						SELECT CASE WHEN n > 0 THEN 2 * n ELSE n END;
					END;
					CREATE FUNCTION hello() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;\tb:x%'; END $$; -- the end;`),
			down: (op) => op.execute('DROP FUNCTION twice; DROP FUNCTION hello()'),
			shows: ['SELECT twice(2) || hello() AS value', '4a;\tb:x%'],
		},
		'values and names': {
			up: (op) =>
				op.execute(
					sql`UPDATE ${sql`"user"`} SET size = ${"'"} || ${-1} -${-1} || ${true}, email = ${'\\'} WHERE 1 = ${1}`,
				),
			down: (op) => op.execute(sql`UPDATE "user" SET size = '7', email = ${"o'b"}`),
			shows: ['SELECT size || email AS value FROM "user"', "'0true\\"],
		},
	},
};
