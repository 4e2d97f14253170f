import { isAlways } from '../always.ts';
import { droppedBy } from '../drops.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const rlsChange = defineRule({
	severity: 'warning',
	group: 'clients',
	about:
		'Row security that is switched on without a policy in the script, or switched off; a policy that is dropped, or lets all rows pass.',
	why: 'Without a policy, queries of other roles than the owner find nothing. With too wide a policy, or none at all, they find what they must not.',
	advice: 'Create the policies in the same transaction, before row security is switched on.',
	sources: ['https://www.postgresql.org/docs/current/ddl-rowsecurity.html'],
	examples: {
		bad: [
			'ALTER TABLE account ENABLE ROW LEVEL SECURITY;',
			'ALTER TABLE account DISABLE ROW LEVEL SECURITY;',
			'DROP POLICY own ON account;',
			'CREATE POLICY everybody ON account USING (true);',
		],
		good: [
			'CREATE POLICY own ON account USING (owner = current_user);\nALTER TABLE account ENABLE ROW LEVEL SECURITY;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account ENABLE ROW LEVEL SECURITY;',
			'DROP POLICY own ON account;\nCREATE POLICY own ON account USING (owner = current_user);',
		],
	},
	statements: {
		CreatePolicyStmt: ({ policy_name: policy = '', table, permissive: isPermissive, qual }, seen) => {
			if (!table || !isPermissive || !qual || !isAlways(qual) || seen.isNew(table)) return NONE;
			const message = `the policy "${policy}" lets every row of "${shown(table)}" pass`;
			return [{ object: `${shown(table)}.${policy}`, message }];
		},
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_POLICY').flatMap(({ schema: table = '', name }) => {
				if (hasPolicyFor(table, seen)) return [];
				return { object: `${table}.${name}`, message: `the policy "${name}" of "${table}" is dropped` };
			}),
	},
	actions: {
		AT_EnableRowSecurity: switched('queries of "', '" find no row until there is a policy'),
		AT_DisableRowSecurity: switched('the policies of "', '" are switched off'),
		AT_ForceRowSecurity: switched('queries of "', '" find no row until there is a policy, not even those of the owner'),
	},
});

function switched(before: string, after: string) {
	return ({ cmd, table, name }: Action, seen: Seen): Problems => {
		const isOff = cmd.subtype === 'AT_DisableRowSecurity';
		const hasPolicies =
			!isOff && (hasPolicyFor(table.relname ?? '', seen) || (seen.relation(table)?.policies.length ?? 0) > 0);
		return hasPolicies || seen.isNew(table) ? NONE : [{ object: name, message: `${before}${name}${after}` }];
	};
}

/** Whether the script creates a policy on a table of this name. */
const hasPolicyFor = (table: string, seen: Seen): boolean =>
	seen.script.has('CreatePolicyStmt', (policy) => policy.table?.relname === table);
