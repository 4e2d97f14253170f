import { type NodeOf, optionsOf, valueText } from '../../dialects/postgresql/catalog/trees.ts';
import { isOff } from '../../dialects/postgresql/facts/definitions.ts';
import { defineRule, NONE, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown } from '../spelled.ts';

export const concurrentlyOffSwitch = defineRule({
	severity: 'info',
	group: 'locks',
	about: 'REINDEX (CONCURRENTLY false), or VACUUM (FULL off): an option that is named and switched off.',
	why: 'Who reads the word takes the statement for something else: the index is built while writes wait, or the table is not written anew.',
	advice: 'Leave the option out, or switch it on.',
	op: "op.autocommitBlock(() => op.execute('REINDEX TABLE CONCURRENTLY account'));",
	sources: [
		'https://www.postgresql.org/docs/current/sql-reindex.html',
		'https://www.postgresql.org/docs/current/sql-vacuum.html',
	],
	beside: ['reindex-blocking'],
	examples: {
		bad: [
			'REINDEX (CONCURRENTLY false) TABLE account;',
			"REINDEX (VERBOSE, CONCURRENTLY 'off') INDEX app.account_email;",
			'VACUUM (FULL 0, ANALYZE) account;',
		],
		good: [
			'REINDEX (CONCURRENTLY) TABLE account;',
			'REINDEX (CONCURRENTLY on, VERBOSE off) INDEX app.account_email;',
			'VACUUM (ANALYZE false) account;',
		],
	},
	statements: {
		ReindexStmt: ({ params, relation, name }, seen) =>
			switchedOff(params, 'concurrently', relation ? shown(relation) : (name ?? ''), seen),
		VacuumStmt: ({ options, is_vacuumcmd: isVacuum }, seen) =>
			isVacuum ? switchedOff(options, 'full', 'VACUUM', seen) : NONE,
	},
});

function switchedOff(options: NodeOf<'VacuumStmt'>['options'], name: string, object: string, { text }: Seen): Problems {
	if (!isOff(options, name)) return NONE;
	const word = name.toUpperCase();
	const message = `${word} is named and switched off by "${valueText(optionsOf(options).get(name))}"`;
	return [{ object, message, instead: `${withoutOption(text, name)};` }];
}

/** An option in parentheses, of which none stays empty. */
const withoutOption = (text: string, name: string): string =>
	text
		.replace(new RegExp(`,\\s*${name}\\s+[^,()]+(?=[,)])|\\b${name}\\s+[^,()]+,\\s*`, 'i'), '')
		.replace(new RegExp(`\\s*\\(\\s*${name}\\s+[^,()]+\\)`, 'i'), '');
