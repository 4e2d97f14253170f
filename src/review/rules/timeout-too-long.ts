import type { Node } from '../../sql/parse-postgresql.ts';
import { defineRule } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { isLimited, milliseconds, timeoutsSet } from '../timeouts.ts';

export const timeoutTooLong = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'lock_timeout is set to zero, or to more than ten seconds.',
	why: 'Zero switches it off. All that wants a table queues behind the statement that waits for it, so that the limit of the wait is how long the application stands still.',
	advice:
		'Some seconds at most, and try again. The option `seconds` is the limit. Silent where zero puts back what a timeout before it changed, and in the head that pg_dump writes: of what is restored, nobody waits.',
	op: 'op.execute("SET lock_timeout = \'2s\'");',
	sources: ['https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT'],
	options: { seconds: 10 },
	examples: {
		bad: [
			'SET lock_timeout = 0;',
			"BEGIN;\nSET LOCAL lock_timeout TO '5min';\nCOMMIT;",
			"SELECT set_config('lock_timeout', '60000', false);",
			"SET lock_timeout = '0ms';",
		],
		good: [
			"SET lock_timeout = '2s';",
			"SET lock_timeout = '10000';\nSET lock_timeout = 0;",
			'SET lock_timeout = DEFAULT;\nSET statement_timeout = 0;',
			'SET statement_timeout = 0;\nSET lock_timeout = 0;\nSET idle_in_transaction_session_timeout = 0;',
			"BEGIN;\nSET LOCAL lock_timeout = '1500ms';\nCOMMIT;",
		],
	},
	every: (seen, { seconds }) =>
		timeoutsSet(seen.tree).flatMap(({ name, value = '' }) => {
			const set = name === 'lock_timeout' ? milliseconds(value) : undefined;
			const isBack = set === 0 && (isLimited(name, seen) || isHeadOfDump(seen));
			const limit = Number(seconds) * 1000;
			if (set === undefined || isBack || (set > 0 && set <= limit)) return [];
			const message = set === 0 ? 'lock_timeout is switched off' : `lock_timeout lets a statement wait for ${value}`;
			const instead = seen.text.replace(/((?:=|\bto)\s*)(?:'[^']*'|\S+)|('lock_timeout'\s*,\s*)'[^']*'/i, "$1$2'2s'");
			return { object: name, message, instead: `${instead};` };
		}),
});

/** Whether a setting stands between those that pg_dump writes around it. */
const isHeadOfDump = ({ previous, later }: Seen): boolean =>
	previous !== undefined &&
	switchesOff(previous.tree, 'statement_timeout') &&
	later.has('VariableSetStmt', (set) => switchesOff({ VariableSetStmt: set }, 'idle_in_transaction_session_timeout'));

const switchesOff = (tree: Node, timeout: string): boolean =>
	timeoutsSet(tree).some(({ name, value = '' }) => name === timeout && milliseconds(value) === 0);
