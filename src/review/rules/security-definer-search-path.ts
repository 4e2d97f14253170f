import { listedName, nodeOf, nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';

export const securityDefinerSearchPath = defineRule({
	severity: 'warning',
	group: 'clients',
	about: 'A function that is SECURITY DEFINER and sets no search_path.',
	why: 'Whoever calls it chooses the schemas in which its names are looked for, and can have objects of their own used with the rights of its owner.',
	advice: 'Add SET search_path = pg_catalog, pg_temp, and name the schemas of other objects.',
	sources: ['https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY'],
	examples: {
		bad: [
			"CREATE FUNCTION close(id bigint) RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM account WHERE account.id = id';",
			"CREATE OR REPLACE PROCEDURE app.tidy() LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN PERFORM 1; END';",
			"CREATE FUNCTION who() RETURNS text LANGUAGE sql SECURITY DEFINER SET work_mem = '1MB' AS 'SELECT session_user';",
		],
		good: [
			"CREATE FUNCTION who() RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT session_user';",
			"CREATE FUNCTION who() RETURNS text LANGUAGE sql AS 'SELECT session_user';",
			"CREATE FUNCTION who() RETURNS text LANGUAGE sql SECURITY INVOKER AS 'SELECT session_user';",
		],
	},
	statements: {
		CreateFunctionStmt: ({ funcname, options }) => {
			const given = nodesOf(options, 'DefElem');
			const security = given.find(({ defname }) => defname === 'security')?.arg;
			const hasPath = given.some(({ arg }) => nodeOf(arg, 'VariableSetStmt')?.name === 'search_path');
			if (!nodeOf(security, 'Boolean')?.boolval || hasPath) return NONE;
			const name = shown(listedName(funcname));
			return [
				{ object: name, message: `"${name}" runs with the rights of its owner, on the search_path of the caller` },
			];
		},
	},
});
