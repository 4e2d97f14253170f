import * as assert from 'uvu/assert';
import type { ErrorCode, GenSqlError } from '../../src/core/error.ts';
import { resolveRange, resolveRevisions } from '../../src/revisions/range.ts';
import type { Direction } from '../../src/script/plan.ts';
import { branches, graphOf, merged, revision } from '../support/graph.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

/**
 * Two branches over a trunk, a third with a base of its own that the first depends on:
 *
 *     1975 - aa01 - shop1 - shop2 - shop3
 *                 \ mail1 - mail2
 *     lib1 - lib2 (shop2 depends on lib2)
 */
const graph = graphOf(
	revision('1975'),
	revision('aa01', '1975'),
	revision('shop1', 'aa01', { branchLabels: ['shop'] }),
	revision('shop2', 'shop1', { dependsOn: ['lib2'] }),
	revision('shop3', 'shop2'),
	revision('mail1', 'aa01', { branchLabels: ['mail'] }),
	revision('mail2', 'mail1'),
	revision('lib1', [], { branchLabels: ['library'] }),
	revision('lib2', 'lib1'),
);

const range = (direction: Direction, text: string) => resolveRange(graph, direction, text);

const refused = (run: () => unknown, code: ErrorCode): GenSqlError => throwsCode(run, code);

suite('revisions/resolve', (test) => {
	for (const [text, ids] of [
		['shop2', ['shop2']],
		['197', ['1975']],
		['base', []],
		['heads', ['mail2', 'shop3']],
		['shop', ['shop1']],
		['libr', ['lib1']],
		['shop@head', ['shop3']],
		['shop@heads', ['shop3']],
		['libr@head', ['lib2']],
		['aa01@heads', ['mail2', 'shop3']],
		['aa@heads', ['mail2', 'shop3']],
		['shop@base', []],
		['shop@1975', ['1975']],
		['shop2@head', ['shop3']],
		['shop2@1975', ['1975']],
		['shop3-1', ['shop2']],
		['aa01-2', []],
		['1975+1', ['aa01']],
		['shop@aa01+1', ['shop1']],
		['shop@aa01+2', ['shop2']],
		['shop@base+3', ['shop1']],
		['shop@head-1', ['shop2']],
		['shop@head-0', ['shop3']],
		['mail@-1', ['mail1']],
		['library@-1', ['lib1']],
		['shop@+3', ['shop1']],
		['-1', ['mail1', 'shop2']],
		['-2', ['aa01', 'shop1']],
		['mail2,shop3', ['mail2', 'shop3']],
		['mail@head,shop@head-1', ['mail2', 'shop2']],
	] as const) {
		test(`resolves ${text}`, () => assert.equal([...resolveRevisions(graph, text)].sort(), ids));
	}

	test('counts steps down from each row it is given, and along a branch from the row on it', () => {
		assert.equal(resolveRevisions(graph, '-1', ['shop2', 'mail2']), ['shop1', 'mail1']);
		assert.equal(resolveRevisions(graph, 'mail@-1', ['shop2', 'mail2']), ['mail1']);
		assert.equal(resolveRevisions(graph, 'mail@+1', ['shop2', 'mail1']), ['mail2']);
	});

	test('finds where a branch without a row begins', () => {
		assert.equal(resolveRevisions(graph, 'mail@+1', ['shop3']), ['mail1']);
		assert.equal(resolveRevisions(graph, 'library@+1', ['mail2']), ['lib1']);
		assert.equal(resolveRevisions(graph, 'library@-1', ['shop3']), ['lib1']);
		const error = refused(() => resolveRevisions(graph, 'library@-1', ['mail2']), 'RANGE_INVALID');
		assert.match(error.message, /mail2 has nothing of the branch "library"/);
	});

	test('takes the beginning of an id for the one on the branch', () => {
		const two = graphOf(revision('x1'), revision('ab1', 'x1', { branchLabels: ['p'] }), revision('ab2', 'x1'));
		assert.equal(resolveRevisions(two, 'p@ab'), ['ab1']);
		refused(() => resolveRevisions(two, 'x1@ab'), 'REVISION_AMBIGUOUS');
	});

	test('goes down through a merge along the branch that is named', () => {
		const joined = graphOf(
			...merged,
			revision('left', 'ae10', { branchLabels: ['here'] }),
			revision('end', ['left', '53ff']),
		);
		assert.equal(resolveRevisions(joined, 'here@end-2'), ['ae10']);
		assert.equal(resolveRevisions(joined, '27c6@end-2'), ['27c6']);
	});

	test('knows what is current when it is told', () => {
		assert.equal(resolveRevisions(graph, 'current', undefined, ['shop2', 'mail1']), ['shop2', 'mail1']);
		assert.equal(resolveRevisions(graph, 'current-1', undefined, ['shop2']), ['shop1']);
		assert.equal(resolveRevisions(graph, 'mail@current', undefined, ['shop2', 'mail1']), ['mail1']);
		const error = refused(() => resolveRevisions(graph, 'current'), 'REVISION_NOT_FOUND');
		assert.match(error.hint ?? '', /never connects/);
	});

	test('says what is wrong with a branch', () => {
		const unknown = refused(() => resolveRevisions(graph, 'shopp@head'), 'REVISION_NOT_FOUND');
		assert.is(unknown.message, 'there is no branch "shopp"');
		assert.is(unknown.hint, 'did you mean "shop"?');
		const beside = refused(() => resolveRevisions(graph, 'shop@mail1'), 'REVISION_NOT_FOUND');
		assert.is(beside.message, 'mail1 does not lie on the branch "shop"');
		const ambiguous = refused(() => resolveRevisions(graph, 'lib@head'), 'REVISION_AMBIGUOUS');
		assert.is(ambiguous.message, '2 revisions begin with "lib": lib1, lib2');
		const several = refused(() => resolveRevisions(graph, 'aa01@head'), 'HEADS_MULTIPLE');
		assert.is(several.message, 'there are 2 heads on the branch "aa01": mail2, shop3');
		assert.match(several.hint ?? '', /aa01@heads/);
		refused(() => resolveRevisions(graph, '@head'), 'REVISION_NOT_FOUND');
		refused(() => resolveRevisions(graph, 'shop@'), 'REVISION_NOT_FOUND');
		refused(() => resolveRevisions(graph, 'shop@mail@head'), 'REVISION_NOT_FOUND');
	});

	test('refuses lists of which one part includes another, or the base', () => {
		const inside = refused(() => resolveRevisions(graph, 'shop3,lib1'), 'RANGE_INVALID');
		assert.is(inside.message, '"shop3,lib1" names lib1 beside shop3, which comes after it');
		assert.match(
			refused(() => resolveRevisions(graph, 'shop3,base'), 'RANGE_INVALID').hint ?? '',
			/leave the base out/,
		);
		refused(() => resolveRevisions(graph, 'shop3,'), 'REVISION_NOT_FOUND');
	});

	for (const [text, start, revisions] of [
		['shop1,mail2:heads', ['mail2', 'shop1'], ['lib1', 'lib2', 'shop2', 'shop3']],
		['shop1,mail1:mail@head', ['mail1', 'shop1'], ['mail2']],
		['shop1,mail1:shop@+1', ['mail1', 'shop1'], ['lib1', 'lib2', 'shop2']],
		['shop1,mail1:shop1', ['mail1', 'shop1'], []],
		['shop1:mail@head', ['shop1'], ['mail1', 'mail2']],
		['shop1:mail@+2', ['shop1'], ['mail1', 'mail2']],
		['shop1:shop1,mail1', ['shop1'], ['mail1']],
		['base:shop1,lib1', [], ['1975', 'aa01', 'shop1', 'lib1']],
		['library@base:library@heads', [], ['lib1', 'lib2']],
		['mail@base:heads', [], ['1975', 'aa01', 'mail1', 'mail2']],
		['shop@head-1:shop@head', ['shop2'], ['shop3']],
		['mail@-1:mail@head', ['mail1'], ['mail2']],
		['library@+1:lib2', ['lib1'], ['lib2']],
	] as const) {
		test(`upgrades ${text}`, () => {
			const found = range('upgrade', text);
			assert.equal([found.start, found.revisions], [start, revisions]);
		});
	}

	for (const [text, start, revisions] of [
		['shop3,mail2:shop1', ['mail2', 'shop3'], ['shop3', 'shop2']],
		['shop3,mail2:shop1,mail1', ['mail2', 'shop3'], ['mail2', 'shop3', 'shop2']],
		['shop3,mail2:mail@-1', ['mail2', 'shop3'], ['mail2']],
		['heads:mail@base+2', ['mail2', 'shop3'], ['mail2', 'mail1']],
		['heads:shop@aa01', ['mail2', 'shop3'], ['shop3', 'shop2', 'shop1']],
		['heads:library@base', ['mail2', 'shop3'], ['shop3', 'shop2', 'lib2', 'lib1']],
		['shop@head:-2', ['shop3'], ['shop3', 'shop2']],
		['heads:shop3', ['mail2', 'shop3'], []],
		['mail@base+4:-1', ['mail2'], ['mail2']],
	] as const) {
		test(`downgrades ${text}`, () => {
			const found = range('downgrade', text);
			assert.equal([found.start, found.revisions], [start, revisions]);
		});
	}

	test('takes back by steps only what stands above on the same line', () => {
		const besides = graphOf(revision('t1'), revision('y1', 't1'), revision('x1', 't1', { dependsOn: ['y1'] }));
		assert.equal(resolveRange(besides, 'downgrade', 'x1:-1').revisions, ['x1']);
		assert.equal(resolveRange(besides, 'downgrade', 'x1:t1').revisions, ['x1', 'y1']);
	});

	test('says how to have a revision that lies beside the start', () => {
		const error = refused(() => range('upgrade', 'shop1:mail1'), 'RANGE_INVALID');
		assert.is(error.message, 'shop1 and mail1 do not lie on one line; they part after aa01');
		assert.is(error.hint, 'to have both, write shop1:shop1,mail1');
	});

	test('refuses to begin on a branch and to end beside it', () => {
		const error = refused(() => range('upgrade', 'library@base:mail@head'), 'RANGE_INVALID');
		assert.is(error.message, 'mail2 does not lie on the branch "library"');
		assert.match(error.hint ?? '', /library@heads/);
	});

	test('refuses to take back a branch that is not there', () => {
		const error = refused(() => range('downgrade', 'mail2:library@base'), 'RANGE_INVALID');
		assert.is(error.message, 'mail2 has nothing of the branch "library"');
	});

	test('refuses to take back what only depends on the end', () => {
		const error = refused(() => range('downgrade', 'shop2:lib2'), 'RANGE_INVALID');
		assert.is(error.message, 'what shop2 has above lib2 only depends on it');
	});

	test('names all rows in the command that was meant', () => {
		const error = refused(() => range('upgrade', 'shop3,mail2:aa01'), 'RANGE_INVALID');
		assert.is(error.hint, 'gen-sql downgrade mail2,shop3:aa01');
	});

	test('names a row to count from when there are several', () => {
		const open = graphOf(...branches);
		const error = refused(() => resolveRange(open, 'downgrade', '-1'), 'REVISION_AMBIGUOUS');
		assert.is(error.message, 'the steps of "-1" could be counted from 27c6, ae10');
		assert.is(error.hint, 'name the branch: 27c6@-1');
	});
});
