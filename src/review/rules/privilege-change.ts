import { nodesOf, objectName } from '../../dialects/postgresql/catalog/trees.ts';
import { kindOf } from '../../dialects/postgresql/tree-object.ts';
import { defineRule, NONE } from '../rule.ts';
import { listed, shown } from '../spelled.ts';

export const privilegeChange = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'REVOKE, GRANT ALL, and GRANT … TO PUBLIC.',
	why: 'A query whose privilege is taken away fails at once; ALL and PUBLIC give more than anybody asked for.',
	advice: 'Grant the privileges that are used, to the roles that use them.',
	sources: ['https://www.postgresql.org/docs/current/ddl-priv.html'],
	examples: {
		bad: [
			'REVOKE SELECT ON account FROM report;',
			'GRANT ALL ON account TO report;',
			'GRANT SELECT ON account TO PUBLIC;',
			'GRANT EXECUTE ON FUNCTION tax(numeric) TO PUBLIC;',
		],
		good: [
			'GRANT SELECT, INSERT ON account TO report;',
			'GRANT USAGE ON SCHEMA app TO report;',
			'GRANT report TO app;',
		],
	},
	statements: {
		GrantStmt: ({ is_grant: isGrant, privileges, grantees, objtype, objects, targtype }) => {
			const isToAll = nodesOf(grantees, 'RoleSpec').some(({ roletype }) => roletype === 'ROLESPEC_PUBLIC');
			const words = isGrant ? grantedTooMuch(privileges === undefined, isToAll) : 'privileges are taken away on';
			if (words === undefined) return NONE;
			const names = (objects ?? []).map((object) => shown(objectName(object)));
			const all = targtype === 'ACL_TARGET_ALL_IN_SCHEMA' ? 'everything in ' : '';
			const what = kindOf(objtype) + (names.length > 1 ? 's' : '');
			return [{ object: names.join(', '), message: `${words} ${all}the ${what} ${listed(names)}` }];
		},
	},
});

function grantedTooMuch(isAll: boolean, isToAll: boolean): string | undefined {
	if (isToAll) return 'every role gets privileges on';
	return isAll ? 'all privileges are given on' : undefined;
}
