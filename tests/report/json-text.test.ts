import * as assert from 'uvu/assert';
import { lazily } from '../../src/core/chunks.ts';
import { jsonParts } from '../../src/report/json-text.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';

const textOf = (value: unknown): string => [...jsonParts(value)].join('');
const same = <Item>(item: Item): Item => item;

suite('report/json-text', (test) => {
	test('is what JSON.stringify() prints, however its lists are made', () => {
		const anything = fc.property(
			fc.array(fc.jsonValue()),
			fc.dictionary(fc.string(), fc.jsonValue()),
			(items, other) => {
				const lists = { ...other, items, none: [], more: [{ items, last: 1 }] };
				const made = {
					...other,
					items: lazily(items, same),
					none: lazily([], same),
					more: lazily([0], () => ({ items: lazily(items, same), last: 1 })),
				};
				const text = textOf(made);
				assert.is(text, textOf(lists));
				assert.equal(JSON.parse(text), JSON.parse(JSON.stringify(lists)));
			},
		);
		fc.assert(anything);
	});

	test('leaves out what is undefined', () => {
		assert.is(textOf({ none: undefined, list: lazily([1, 2], same) }), '{\n\t"list": [\n\t\t1,\n\t\t2\n\t]\n}\n');
	});

	test('an item is made when the one before it has been taken', () => {
		const made: number[] = [];
		const parts = jsonParts(lazily([1, 2, 3], (item) => made.push(item)));
		parts.next();
		assert.equal(made, [1]);
	});

	test('spells what is not seen', () => {
		assert.is(textOf(lazily(['a\u202eb'], same)), '[\n\t"a\\u202eb"\n]\n');
	});
});
