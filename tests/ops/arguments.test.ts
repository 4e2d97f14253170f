import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { type OperationKind, operations } from '../../src/ops/index.ts';
import { sql } from '../../src/sql/sql.ts';
import { optionsOf } from '../support/options.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';
import { examples } from './examples/index.ts';

/** Call as plain JavaScript would: no type stands in the way. */
function create(kind: OperationKind, ...args: readonly unknown[]): unknown {
	return (operations[kind].create as (...args: readonly unknown[]) => unknown)(...args);
}

for (const kind of keysOf(examples)) {
	const { args, names, least = {}, instead = {} } = examples[kind].arguments;
	const options = optionsOf(kind);
	const good = Object.values(args);
	const tail = options.length > 0 ? [least] : [];
	const withArgument = (name: string, value: unknown): readonly unknown[] => [
		...Object.entries(args).map(([key, own]) => (key === name ? value : own)),
		...tail,
	];

	suite(`ops/${kind} arguments`, (test) => {
		test('the arguments of these tests are accepted', () => {
			const made = create(kind, ...good, ...tail);
			assert.is((made as { kind: string }).kind, kind);
		});

		for (const [name, own] of Object.entries(args)) {
			test(`names ${name} when it is of another type`, () => {
				const numbers = typeof own === 'number' ? [] : [5];
				for (const wrong of [...numbers, true, () => 1, new Date(0)]) {
					const { message } = throwsCode(() => create(kind, ...withArgument(name, wrong)), 'ARGUMENT_INVALID');
					assert.ok(message.startsWith(`${kind}: ${name} must be `), message);
				}
			});
		}

		for (const name of names) {
			test(`refuses a ${name} that no server stores`, () => {
				for (const wrong of ['', 'a\0b', 'a\ud800']) {
					const { message } = throwsCode(() => create(kind, ...withArgument(name, wrong)), 'IDENTIFIER_INVALID');
					assert.ok(message.startsWith(`${kind}: ${name} `), message);
				}
			});
		}

		test('refuses a surplus argument', () => {
			const { message } = throwsCode(() => create(kind, ...good, ...tail, 'more'), 'ARGUMENT_INVALID');
			assert.is(message, `${kind} got "more" as a surplus argument`);
		});

		for (const option of options) {
			const path = option.split('.');
			const given = (value: unknown): object =>
				path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;

			test(`names ${option} when it is of another type`, () => {
				const call = () => create(kind, ...good, { ...least, ...given(() => 1) });
				const { message } = throwsCode(call, 'ARGUMENT_INVALID');
				assert.ok(message.startsWith(`${kind}: ${option} must be `), message);
			});

			test(`suggests ${option} for a slip`, () => {
				const slip = path.with(-1, `${path.at(-1)}s`);
				const call = () =>
					create(
						kind,
						...good,
						slip.reduceRight<unknown>((inner, key) => ({ [key]: inner }), true),
					);
				const { message, hint } = throwsCode(call, 'ARGUMENT_INVALID');
				assert.match(message, `has no option "${slip.at(-1)}"`);
				assert.ok(message.startsWith(path.length > 1 ? `${kind}: ${path[0]}` : kind), message);
				assert.is(hint, `did you mean "${path.at(-1)}"?`);
			});

			test(`takes ${option}: undefined for leaving it out`, () => {
				const others = option in least ? instead : least;
				const without = create(kind, ...good, { ...others, ...(path.length > 1 && { postgresql: {} }) });
				assert.equal(create(kind, ...good, { ...others, ...given(undefined) }), without);
			});
		}

		if (options.length === 0) return;

		test('refuses options that are no object', () => {
			for (const wrong of ['app', null, ['app'], 5, sql`a`]) {
				const { message } = throwsCode(() => create(kind, ...good, wrong), 'ARGUMENT_INVALID');
				assert.match(message, `${kind}: options must be an object`);
			}
		});

		test('passes over the options of other dialects', () => {
			const others = { mariadb: { engine: 'InnoDB' }, mssql: { x: 1 }, oracle: {} };
			assert.equal(create(kind, ...good, { ...least, ...others }), create(kind, ...good, least));
		});

		test('refuses a dialect that nobody knows', () => {
			const { message } = throwsCode(() => create(kind, ...good, { postgres: {} }), 'ARGUMENT_INVALID');
			assert.is(message, `${kind} has no option "postgres"`);
		});

		if (!options.some((option) => option.startsWith('postgresql.'))) return;

		test("says where Alembic's prefixed options went", () => {
			for (const name of ['postgresqlUsing', 'postgresql_using']) {
				const { message, hint } = throwsCode(() => create(kind, ...good, { [name]: 'x' }), 'ARGUMENT_INVALID');
				assert.is(message, `${kind} has no option "${name}"`);
				assert.is(hint, 'options of a dialect nest: { postgresql: { … } }');
			}
		});

		test('refuses a namespace that is no object', () => {
			for (const wrong of ['gin', null, ['gin']]) {
				const { message } = throwsCode(
					() => create(kind, ...good, { ...least, postgresql: wrong }),
					'ARGUMENT_INVALID',
				);
				assert.match(message, `${kind}: postgresql must be an object`);
			}
		});
	});
}

suite('ops arguments', (test) => {
	test('no operation passes over an option of PostgreSQL that it does not have', () => {
		const silent = keysOf(examples).filter((kind) => {
			const { args, least = {} } = examples[kind].arguments;
			if (optionsOf(kind).length === 0) return false;
			try {
				create(kind, ...Object.values(args), { ...least, postgresql: { cascade: true } });
				return true;
			} catch (error) {
				assert.match(String(error), /has no option "(postgresql|cascade)"$/);
				return false;
			}
		});
		assert.equal(silent, []);
	});
});
