import * as assert from 'uvu/assert';
import { type ColumnType, type FunctionDefinition, param, reverse, sql, t } from '../../src/index.ts';
import { createFunction } from '../../src/ops/create-function.ts';
import { dropFunction } from '../../src/ops/drop-function.ts';
import type { Operation } from '../../src/ops/index.ts';
import { replaceFunction } from '../../src/ops/replace-function.ts';
import { statementsOf } from '../support/script.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode, throwsCode } from '../support/throws.ts';

const doubled: FunctionDefinition = {
	arguments: [{ name: 'n', type: t.integer() }],
	returns: t.integer(),
	sqlBody: 'RETURN 2 * n',
};

/** Why a definition is refused. */
const refusal = (definition: object): string =>
	throwsCode(() => createFunction.create('f', definition as FunctionDefinition), 'ARGUMENT_INVALID').message.replace(
		'createFunction: definition',
		'…',
	);

/** The operation that undoes another, or nothing. */
function undone(op: Operation | undefined): Operation | undefined {
	const reversal = op && reverse(op);
	return reversal && 'operations' in reversal ? reversal.operations[0] : undefined;
}

suite('ops/functions', (test) => {
	test('a definition that lacks a part, or has two that exclude each other, is refused', () => {
		const body = { language: 'sql', body: 'SELECT 1' };
		const out = { type: t.text(), mode: 'OUT' };
		const cases: readonly (readonly [object, string])[] = [
			[{ returns: 'void' }, '… must be an object with a body or an sqlBody, got an object'],
			[{ returns: 'void', body: undefined }, '… has neither a body nor an sqlBody'],
			[{ returns: 'void', ...body, sqlBody: 'RETURN 1' }, '… has both a body and an sqlBody'],
			[{ returns: 'void', body: 'SELECT 1' }, '… does not say the language of its body'],
			[{ returns: 'void', sqlBody: 'RETURN 1', language: 'plpgsql' }, '… has an sqlBody, which is no plpgsql'],
			[body, '… does not say what the function returns'],
			[{ ...body, returns: t.text(), rows: 5 }, '… has "rows", and the function returns one value'],
			[
				{ ...body, returns: 'trigger', arguments: [{ type: t.text() }] },
				'… is of a trigger function, which has no arguments of its own',
			],
			[
				{ ...body, returns: { table: [{ name: 'a', type: t.text() }] }, arguments: [out] },
				'… has both OUT arguments and a table to return',
			],
			[{ ...body, procedure: true, returns: 'void' }, '… is of a procedure, which has no "returns"'],
			[{ ...body, procedure: true, strict: true }, '… is of a procedure, which has no "strict"'],
		];
		for (const [definition, expected] of cases) assert.is(refusal(definition), expected);
		createFunction.create('f', { language: 'sql', body: 'SELECT 1', procedure: true, strict: false });
		createFunction.create('f', { language: 'sql', body: '', arguments: [{ type: t.text(), mode: 'INOUT' }] });
	});

	test('each part of a definition is checked, and named when it is wrong', () => {
		const cases: readonly (readonly [object, RegExp])[] = [
			[{ argument: [] }, /^… has no option "argument"$/],
			[{ arguments: {} }, /^…\.arguments must be an array of arguments, got an object$/],
			[{ arguments: [t.text()] }, /^…\.arguments\[0\] must be an object such as/],
			[{ arguments: [{ name: 'a', type: 'text' }] }, /^…\.arguments\[0\]\.type must be a column type/],
			[{ arguments: [{ type: t.text(), mode: 'OUTER' }] }, /^…\.arguments\[0\]\.mode must be one of IN, OUT/],
			[
				{ arguments: [{ type: t.text(), mode: 'OUT', default: 'a' }] },
				/^…\.arguments\[0\]: default must be left out of an OUT argument, got "a"$/,
			],
			[{ returns: 'integer' }, /^…\.returns must be a type, 'trigger', 'void', \{ setof: type \} or/],
			[{ returns: { setof: t.text(), table: [] } }, /^…\.returns must be a type/],
			[{ returns: { setof: 'text' } }, /^…\.returns\.setof must be a column type/],
			[{ returns: { table: [] } }, /^…\.returns\.table must be an array of at least one of columns/],
			[{ returns: { table: [{ type: t.text() }] } }, /^…\.returns\.table\[0\] must be an object such as/],
			[{ language: 5 }, /^…\.language must be a name/],
			[{ body: 5 }, /^…\.body must be a string/],
			[{ cost: 0 }, /^…\.cost must be a number above 0/],
			[{ rows: Number.POSITIVE_INFINITY }, /^…\.rows must be a number above 0/],
			[{ set: {} }, /^…\.set must be an object with at least one parameter/],
			[{ set: ['a'] }, /^…\.set must be an object/],
			[{ set: { work_mem: null } }, /^…\.set\.work_mem must be a string, a finite number, true, false or an array/],
			[{ set: { search_path: [] } }, /^…\.set\.search_path must be an array of at least one of strings/],
			[{ set: { search_path: [5] } }, /^…\.set\.search_path\[0\] must be a string/],
		];
		const good = { returns: { setof: t.text() }, language: 'sql', body: 'SELECT 1' };
		for (const [part, expected] of cases) assert.match(refusal({ ...good, ...part }), expected);
	});

	test('a search_path of several schemas is an array: one string is one name', () => {
		const call = () => createFunction.create('f', { ...doubled, set: { Search_Path: 'app, pg_temp' } });
		const { message, hint } = throwsCode(call, 'ARGUMENT_INVALID');
		assert.is(message, 'createFunction: definition.set.Search_Path must be an array of names, got "app, pg_temp"');
		assert.is(hint, "write ['app', 'pg_temp']: one string is one name");
		createFunction.create('f', { ...doubled, set: { DateStyle: 'ISO, DMY', search_path: '' } });
	});

	test('the mode IN is the one that is not said', () => {
		const said = createFunction.create('f', { ...doubled, arguments: [{ type: t.text(), mode: 'IN' }] });
		assert.equal(said.arguments, [{ type: t.text() }]);
	});

	test('a value that would end the quotes of a body chooses others', async () => {
		const [statement = ''] = await statementsOf((op) =>
			op.createFunction('f', { returns: t.text(), language: 'sql', body: sql`SELECT ${'$function$'}` }),
		);
		assert.match(statement, "AS $function_1$SELECT '$function$'$function_1$");
	});

	test('a parameter may not stand in a body, where no client fills it in', async () => {
		const body = sql`SELECT ${param('tenant', t.text())}`;
		const call = statementsOf((op) => op.createFunction('f', { returns: t.text(), language: 'sql', body }));
		assert.match((await rejectsCode(call, 'SQL_INVALID')).message, 'stands inside a dollar quote');
	});

	test('an sqlBody is one statement', async () => {
		const refused = async (sqlBody: string): Promise<string> =>
			(
				await rejectsCode(
					statementsOf((op) => op.createFunction('f', { returns: 'void', sqlBody })),
					'SQL_INVALID',
				)
			).message;
		assert.is(await refused('RETURN 1; DROP TABLE account'), 'the function "f" is 2 statements');
		assert.match(await refused('BEGIN ATOMIC SELECT 1;'), 'is not closed');
		assert.match(await refused("RETURN 'a"), "the quote ' is not closed");
	});

	test('a body that no server stores is refused', async () => {
		for (const body of ['a\0b', 'a\ud800']) {
			await rejectsCode(
				statementsOf((op) => op.createFunction('f', { returns: 'void', language: 'sql', body })),
				'SQL_INVALID',
			);
		}
	});

	test('creation is undone by a drop with the types that the server tells functions by', () => {
		const definition: FunctionDefinition = {
			arguments: [
				{ type: t.integer() },
				{ type: t.text(), mode: 'OUT' },
				{ type: t.date(), mode: 'INOUT' },
				{ type: t.array(t.text()), mode: 'VARIADIC' },
			],
			language: 'sql',
			body: '',
		};
		const op = createFunction.create('f', definition, { schema: 'app' });
		const back = undone(op);
		assert.equal(back?.kind === 'dropFunction' && back.argumentTypes, [t.integer(), t.date(), t.array(t.text())]);
		assert.equal(undone(back), op);
	});

	test('dropFunction takes the types from what it was, and refuses others', () => {
		const told = dropFunction.create('f', undefined, { schema: 'app', was: doubled });
		assert.equal(told.argumentTypes, [t.integer()]);
		assert.equal(told, dropFunction.create('f', [t.integer()], { schema: 'app', procedure: false, was: doubled }));
		assert.is(
			dropFunction.create('p', undefined, { was: { ...doubled, returns: undefined, procedure: true } as never })
				.procedure,
			true,
		);
		const cases = [
			() => dropFunction.create('f', [t.text()], { was: doubled }),
			() => dropFunction.create('f', [t.integer()], { procedure: true, was: doubled }),
		];
		for (const call of cases) {
			const { message } = throwsCode(call, 'ARGUMENT_INVALID');
			assert.is(message, 'dropFunction: was is another function than the "f" that is dropped');
		}
	});

	test('lengths and digits of types make no other function, and the digits of a float do', () => {
		const of = (...types: readonly ColumnType[]): FunctionDefinition => ({
			...doubled,
			arguments: types.map((type) => ({ type })),
		});
		const lists = [t.array(t.string(10)), t.numeric(5, 1), t.enum('e', ['a']), t.dateTime({ precision: 3 })];
		const same = [t.array(t.string()), t.numeric(), t.enum('e', ['b']), t.dateTime()];
		dropFunction.create('f', same, { was: of(...lists) });
		for (const [one, other] of [
			[t.float(24), t.float(25)],
			[t.dateTime(), t.dateTime({ timezone: true })],
			[t.array(t.text()), t.array(t.integer())],
			[t.raw('a'), t.raw('b')],
			[t.enum('e', ['a']), t.enum('f', ['a'])],
		] as const) {
			throwsCode(() => dropFunction.create('f', [one], { was: of(other) }), 'ARGUMENT_INVALID');
		}
	});

	test('what it was is checked as what is created', () => {
		const call = () => dropFunction.create('f', [], { was: { language: 'sql', body: '' } });
		assert.is(
			throwsCode(call, 'ARGUMENT_INVALID').message,
			'createFunction: definition does not say what the function returns',
		);
	});

	test('replaceFunction refuses what it was when the server would tell the two apart', () => {
		const was = { ...doubled, arguments: [{ name: 'n', type: t.bigInteger() }] };
		const { message, hint } = throwsCode(() => replaceFunction.create('f', doubled, { was }), 'ARGUMENT_INVALID');
		assert.is(message, 'replaceFunction: was is another function than "f"');
		assert.is(hint, 'a function with arguments of other types is created beside it');
	});

	test('a replacement that is undone twice is what it was', () => {
		for (const comments of [
			[undefined, undefined],
			['new', 'old'],
			[null, 'old'],
			['new', undefined],
		] as const) {
			const [comment, old] = comments;
			const was = { ...doubled, cost: 5, ...(old !== undefined && { comment: old }) };
			const definition = { ...doubled, strict: true, ...(comment !== undefined && { comment }) };
			const op = replaceFunction.create('f', definition, { schema: 'app', was });
			assert.equal(undone(undone(op)), op);
		}
	});
});
