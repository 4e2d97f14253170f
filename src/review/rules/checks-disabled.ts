import { type NodeOf, valueText } from '../../dialects/postgresql/catalog/trees.ts';
import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';

const ROLE = 'session_replication_role';

export const checksDisabled = defineRule({
	severity: 'warning',
	group: 'data',
	about: 'session_replication_role = replica, or DISABLE TRIGGER ALL, without the way back in the same script.',
	why: 'Foreign keys are triggers: while these are off, rows that refer to nothing get in, and nothing finds them afterwards.',
	advice:
		'Load the rows in an order that the keys allow, or declare the keys DEFERRABLE. What is restored in the script is not reported.',
	op: "op.execute('SET CONSTRAINTS ALL DEFERRED');",
	sources: ['https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SESSION-REPLICATION-ROLE'],
	beside: ['create-trigger-blocks-writes'],
	examples: {
		bad: [
			'SET session_replication_role = replica;',
			'ALTER TABLE account DISABLE TRIGGER ALL;',
			"SET LOCAL session_replication_role TO 'replica';\nSELECT 1;",
		],
		good: [
			'SET session_replication_role = replica;\nSET session_replication_role = DEFAULT;',
			'ALTER TABLE account DISABLE TRIGGER ALL;\nALTER TABLE account ENABLE TRIGGER ALL;',
			'ALTER TABLE account DISABLE TRIGGER account_audit;',
		],
	},
	statements: {
		VariableSetStmt: ({ name, args, kind }, seen) => {
			const isOff = kind === 'VAR_SET_VALUE' && name === ROLE && args?.map(valueText).join('') === 'replica';
			if (!isOff || seen.later.has('VariableSetStmt', isRoleRestored)) return NONE;
			return [
				{ object: ROLE, message: 'triggers and foreign keys are switched off for the session', instead: INSTEAD },
			];
		},
	},
	actions: { AT_DisableTrigAll: disabled },
});

const INSTEAD = 'SET CONSTRAINTS ALL DEFERRED;';

const isRoleRestored = ({ name, args }: NodeOf<'VariableSetStmt'>): boolean =>
	name === ROLE && args?.map(valueText).join('') !== 'replica';

function disabled({ table, name }: Action, seen: Seen): Problems {
	const isRestored = seen.later.actionsOn(table).some(({ subtype }) => subtype === 'AT_EnableTrigAll');
	if (isRestored || seen.isNew(table)) return NONE;
	return [{ object: name, message: `the foreign keys and triggers of "${name}" are switched off`, instead: INSTEAD }];
}
