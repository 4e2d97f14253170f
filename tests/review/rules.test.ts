import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import type { Rule } from '../../src/review/rule.ts';
import { rules } from '../../src/review/rules/index.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { reviewed, rulesFoundIn } from './reviewing.ts';

/** So that examples can be short: a script of a project that limits how long it waits, with a name for each server. */
const PATIENCE = "SET lock_timeout = '2s';\nSET statement_timeout = '1min';\n";

const inScript = (id: string, example: string): string => (/timeout/.test(id) ? example : `${PATIENCE}${example}`);

const shortened = (example: string): string => example.replaceAll('\n', ' ').slice(0, 80);

const everything = Object.entries<Rule>(rules);

/** All rules, as severe as can be, on what the examples of one are for; what is off by itself has only its own examples. */
function settingsFor(
	id: string,
	{ given: { options, off: covering = [], ...server } = {} }: Rule,
): Parameters<typeof reviewed>[1] {
	const off = everything.filter(
		([other, { severity }]) => covering.includes(other) || (severity === 'off' && other !== id),
	);
	const silent = Object.fromEntries(off.map(([other]) => [other, { severity: 'off' } as const]));
	return { preset: 'strict', rules: { ...silent, [id]: { options } }, ...server };
}

suite('review/rules', (test) => {
	test('the registry holds every file of the folder', () => {
		const files = readdirSync(join(repository, 'src/review/rules')).map((name) => name.replace('.ts', ''));
		assert.equal(keysOf(rules).toSorted(), files.filter((name) => name !== 'index').toSorted());
	});

	for (const [id, rule] of everything) {
		const { bad, good } = rule.examples;
		const others = new Set(rule.beside ?? []);
		const used = new Set<string>();
		const settings = settingsFor(id, rule);

		test(`${id} has three examples of each kind, and a page of the manual`, () => {
			assert.ok(bad.length >= 3 && good.length >= 3);
			assert.ok(rule.sources.length > 0 && rule.sources.every((url) => url.startsWith('https://www.postgresql.org/')));
			assert.equal(others.has(id), false);
			for (const other of [...others, ...(rule.covers ?? [])]) assert.ok(Object.hasOwn(rules, other), other);
		});

		for (const example of bad) {
			test(`${id} finds ${shortened(example)}`, () => {
				const { found } = reviewed(inScript(id, example), settings);
				assert.ok(found.some((each) => each.rule === id));
				const foreign = found.map((each) => each.rule).filter((each) => each !== id && !others.has(each));
				assert.equal(foreign, []);
			});

			test(`${id} is told to do what it has nothing to say of: ${shortened(example)}`, () => {
				const { found } = reviewed(inScript(id, example), settings);
				for (const each of found.filter((one) => one.rule === id && one.instead)) {
					const before = example.split(';\n').slice(0, -1).join(';\n');
					const script = inScript(id, `${before && `${before};\n`}${each.instead}`);
					const ids = rulesFoundIn(script, settings);
					assert.not.ok(ids.includes('syntax-error'), each.instead);
					const line = script.slice(0, script.length - (each.instead?.length ?? 0)).split('\n').length;
					const again = reviewed(script, settings).found;
					assert.equal(
						again.filter((one) => one.rule === id && one.line >= line),
						[],
						each.instead,
					);
				}
			});
		}

		for (const example of good) {
			test(`${id} passes ${shortened(example)}`, () => {
				const ids = rulesFoundIn(inScript(id, example), settings);
				assert.equal(
					ids.filter((each) => each === id || !others.has(each)),
					[],
				);
			});
		}

		test(`${id} names no rule beside it in vain`, () => {
			for (const example of [...bad, ...good])
				for (const each of rulesFoundIn(inScript(id, example), settings)) used.add(each);
			assert.equal(
				[...others].filter((other) => !used.has(other)),
				[],
			);
		});
	}
});
