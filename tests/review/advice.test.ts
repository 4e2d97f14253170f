import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const PATIENCE = "SET lock_timeout = '2s';\nSET statement_timeout = '1min';\n";

/** Warnings that the advice of a rule leads to, with what speaks for it all the same. */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
	// Rows may be the same whichever way the index is built.
	'add-primary-key-builds-index': ['unique-may-fail'],
	// Old clients insert rows without the column.
	'drop-column': ['drop-not-null'],
	// The key goes first, so that the other table is locked for an instant.
	'drop-locks-referenced': ['drop-foreign-key'],
	// The table can be brought back.
	'drop-table': ['rename-table'],
};

type Found = ReturnType<typeof reviewed>['found'][number];

/** A script with what one finding says to do, instead of the statement that it is about. */
function followed(script: string, { begin, line, column, text, instead = '' }: Found): string {
	const at = begin ?? { line, column };
	const start = [...script.split('\n').slice(0, at.line - 1), ''].join('\n').length + at.column - 1;
	return `${script.slice(0, start)}${instead.replace(/;$/, '')}${script.slice(start + text.length)}`;
}

const keyOf = ({ rule, object }: Found): string => `${rule} ${object}`;

/** What each finding of a script leads to that was not found there before. */
function* steps(script: string, settings: Parameters<typeof reviewed>[1]) {
	const { found } = reviewed(script, settings);
	const before = new Set(found.map(keyOf));
	for (const each of found.filter(({ instead }) => instead !== undefined)) {
		const next = followed(script, each);
		const news = reviewed(next, settings).found.filter((one) => !before.has(keyOf(one)));
		yield { rule: each.rule, next, news };
	}
}

/** The rules as severe as they are by themselves; one that is off has its own examples. */
function settingsFor(
	id: string,
	{ given: { options, off: _, ...server } = {}, severity }: Rule,
): Parameters<typeof reviewed>[1] {
	return { rules: { [id]: { options, ...(severity === 'off' && { severity: 'info' }) } }, ...server };
}

suite('review/advice', (test) => {
	const led = new Map<string, Set<string>>();

	for (const [id, rule] of Object.entries<Rule>(rules)) {
		test(`what is said beside ${id} leads to no other error`, () => {
			const patience = /timeout/.test(id) ? '' : PATIENCE;
			for (const example of rule.examples.bad) {
				for (const { rule: from, next, news } of steps(`${patience}${example}`, settingsFor(id, rule))) {
					const [errors, warnings] = ['error', 'warning'].map((level) => news.filter((one) => one.severity === level));
					assert.equal(errors?.map(keyOf), [], next);
					led.set(from, new Set([...(led.get(from) ?? []), ...(warnings ?? []).map((one) => one.rule)]));
				}
			}
		});
	}

	test('leads to the warnings alone that are accepted', () => {
		const found = [...led].filter(([, warnings]) => warnings.size > 0).map(([id, warnings]) => [id, [...warnings]]);
		assert.equal(Object.fromEntries(found.sort()), ACCEPTED);
		assert.ok(led.size > 50 && led.size <= keysOf(rules).length, String(led.size));
	});

	test('keeps a new table new for the statements behind it', () => {
		const { found } = reviewed(
			'CREATE TABLE tariff (id bigint PRIMARY KEY, name text);\nCREATE INDEX tariff_name ON tariff (name);\nVACUUM account;',
		);
		assert.is(found.find(({ rule }) => rule === 'not-idempotent')?.instead, undefined);
	});

	test('makes the column of a key NOT NULL before the key is added', () => {
		const insteadOf = (column: string): string =>
			reviewed(`ALTER TABLE account ADD COLUMN ${column};`).found.find(
				({ rule }) => rule === 'add-column-inline-unique',
			)?.instead ?? '';
		assert.match(insteadOf('code bigint PRIMARY KEY'), 'VALIDATE CONSTRAINT code_not_null;');
		for (const other of ['code bigint NOT NULL PRIMARY KEY', 'code bigserial PRIMARY KEY', 'code bigint UNIQUE'])
			assert.not.match(insteadOf(other), 'VALIDATE');
	});
});
