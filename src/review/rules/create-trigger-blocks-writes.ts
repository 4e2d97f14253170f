import { type Action, defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const createTriggerBlocksWrites = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'CREATE TRIGGER, or ENABLE or DISABLE TRIGGER, on a table that the script did not create.',
	why: 'It waits for all that write to the table, and writes wait from then until the transaction ends.',
	advice:
		'It takes an instant in a short transaction of its own, with a lock_timeout. Triggers that are there need no DROP: from version 14 on there is CREATE OR REPLACE TRIGGER.',
	sources: [
		'https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES',
		'https://www.postgresql.org/docs/current/sql-createtrigger.html',
	],
	examples: {
		bad: [
			'CREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch();',
			'CREATE CONSTRAINT TRIGGER audit AFTER INSERT ON app."Account" DEFERRABLE FOR EACH ROW EXECUTE FUNCTION audit();',
			'ALTER TABLE account DISABLE TRIGGER touch;',
			'ALTER TABLE app.account ENABLE REPLICA TRIGGER touch, DISABLE TRIGGER USER;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TRIGGER touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch();',
			'CREATE TRIGGER fill INSTEAD OF INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION fill();',
			'CREATE EVENT TRIGGER guard ON sql_drop EXECUTE FUNCTION guard();',
		],
	},
	statements: {
		CreateTrigStmt: ({ relation, trigname = '', timing = 0 }, seen) => {
			const isOnView = (timing & INSTEAD_OF) !== 0;
			if (!relation || isOnView || !seen.work(relation)?.isTable) return NONE;
			const name = shown(relation);
			return [{ object: `${name}.${trigname}`, message: `writes to "${name}" wait for the trigger "${trigname}"` }];
		},
	},
	actions: {
		AT_DisableTrig: switched,
		AT_DisableTrigAll: switched,
		AT_DisableTrigUser: switched,
		AT_EnableAlwaysTrig: switched,
		AT_EnableReplicaTrig: switched,
		AT_EnableTrig: switched,
		AT_EnableTrigAll: switched,
		AT_EnableTrigUser: switched,
	},
});

/** @see https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_trigger.h */
const INSTEAD_OF = 64;

function switched({ cmd, table, name }: Action, seen: Seen): Problems {
	if (!seen.work(table)?.blocks.writes) return NONE;
	const trigger = cmd.name ?? (cmd.subtype?.endsWith('User') ? 'USER' : 'ALL');
	const word = cmd.subtype?.startsWith('AT_Disable') ? 'off' : 'on';
	return [
		{
			object: `${name}.${trigger}`,
			message: `writes to "${name}" wait while its trigger "${trigger}" is switched ${word}`,
		},
	];
}
