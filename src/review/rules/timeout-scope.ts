import { defineRule, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { type SetTimeout, timeoutsSet } from '../timeouts.ts';

export const timeoutScope = defineRule({
	severity: 'warning',
	group: 'locks',
	about:
		'SET LOCAL of a timeout outside a transaction, or SET of one inside a transaction that is not reset in the script.',
	why: 'SET LOCAL ends with the transaction: outside of one it does nothing. SET goes on behind COMMIT, and with a pooled connection in the sessions of others.',
	advice:
		'SET LOCAL inside a transaction; SET outside, with RESET at the end. What stays set inside a transaction is advice; with the option `pooled`, for connections that others use afterwards, every SET without RESET is told.',
	op: 'op.execute("SET LOCAL statement_timeout = \'30s\'");',
	sources: ['https://www.postgresql.org/docs/current/sql-set.html'],
	options: { pooled: false },
	examples: {
		bad: [
			"SET LOCAL lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;",
			"BEGIN;\nCOMMIT;\nSELECT set_config('statement_timeout', '30s', true);",
			"BEGIN;\nSET lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;",
			"RESET lock_timeout;\nBEGIN;\nSET SESSION statement_timeout TO '30s';\nCOMMIT;",
		],
		good: [
			"BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;",
			"SET lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;\nRESET lock_timeout;",
			"BEGIN;\nSET lock_timeout = '2s';\nALTER TABLE account ADD COLUMN plan text;\nCOMMIT;\nSET lock_timeout TO DEFAULT;",
			"SET LOCAL work_mem = '64MB';\nSELECT 1;",
			"BEGIN;\nSET statement_timeout = '30s';\nCOMMIT;\nDISCARD ALL;",
		],
	},
	beside: ['missing-lock-timeout'],
	every: (seen, { pooled: isPooled }) =>
		timeoutsSet(seen.tree).flatMap((set): readonly Problem[] => {
			if (set.value === undefined) return [];
			if (set.isLocal) return seen.isInTransaction ? [] : [withoutEffect(set, seen)];
			const isTold = seen.isInTransaction || isPooled === true;
			return isTold && !seen.later.resets(set.name) ? [staying(set, seen)] : [];
		}),
});

const withoutEffect = ({ name }: SetTimeout, { text }: Seen): Problem => ({
	object: name,
	message: `${name} is set for a transaction, and none is open`,
	instead: `${text.replace(/\blocal\s+/i, '').replace(/,\s*true\s*\)/i, ', false)')};`,
});

const staying = ({ name }: SetTimeout, { text, isInTransaction }: Seen): Problem => ({
	object: name,
	message: `${name} stays set behind the end of the ${isInTransaction ? 'transaction' : 'script'}`,
	instead: isInTransaction
		? `${text.replace(/^set\s+(?:session\s+)?/i, 'SET LOCAL ').replace(/,\s*false\s*\)/i, ', true)')};`
		: `${text};\nRESET ${name};`,
	...(isInTransaction && { severity: 'info' }),
});
