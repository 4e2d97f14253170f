import * as assert from 'uvu/assert';
import type { ErrorCode } from '../../src/core/error.ts';
import { resolveHistory } from '../../src/revisions/history.ts';
import { graphOf, revision } from '../support/graph.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const graph = graphOf(
	revision('t1'),
	revision('t2', 't1'),
	revision('a1', 't2', { branchLabels: ['alpha'] }),
	revision('a2', 'a1', { dependsOn: ['l1'] }),
	revision('b1', 't2', { branchLabels: ['beta'] }),
	revision('b2', 'b1'),
	revision('l1'),
	revision('l2', 'l1'),
);

suite('revisions/history', (test) => {
	for (const [text, ids] of [
		[':', ['a2', 'a1', 'b2', 'b1', 't2', 't1', 'l2', 'l1']],
		['t2:', ['a2', 'a1', 'b2', 'b1', 't2']],
		[':b1', ['b1', 't2', 't1']],
		['t2:beta@head', ['b2', 'b1', 't2']],
		['beta@base:', ['b2', 'b1', 't2', 't1']],
		['beta@t2:', ['b2', 'b1', 't2']],
		['l1:l2', ['l2', 'l1']],
		['l1:a2', ['a2', 'l1']],
		['t1:+1', ['t2', 't1']],
		['a1:a1', ['a1']],
		['beta@-1:beta@head', ['b2', 'b1']],
		['-1:heads', ['a2', 'a1', 'b2', 'b1', 'l2', 'l1']],
		['a1,b1:heads', ['a2', 'a1', 'b2', 'b1']],
	] as const) {
		test(`lists ${text}`, () => assert.equal(resolveHistory(graph, text), ids));
	}

	test('reads current on both sides, and counts steps down from it', () => {
		assert.equal(resolveHistory(graph, ':current', ['t2']), ['t2', 't1']);
		assert.equal(resolveHistory(graph, 'current:beta@head', ['b1']), ['b2', 'b1']);
		assert.equal(resolveHistory(graph, '-1:current', ['b1']), ['b1', 't2']);
	});

	for (const [text, code, message] of [
		['b1:t1', 'RANGE_INVALID', /t1 does not come after b1/],
		['a1:b1', 'RANGE_INVALID', /b1 does not come after a1/],
		['b1', 'RANGE_INVALID', /no range of history/],
		['a:b:c', 'RANGE_INVALID', /no range of history/],
		['l1:+9', 'RANGE_INVALID', /only 1 step$/],
		['beta@base:l2', 'RANGE_INVALID', /l2 does not lie on the branch "beta"/],
		[':current', 'REVISION_NOT_FOUND', /nothing says what "current" is/],
		['nope:', 'REVISION_NOT_FOUND', /"nope"/],
	] as const satisfies readonly (readonly [string, ErrorCode, RegExp])[]) {
		test(`refuses ${text}`, () => assert.match(throwsCode(() => resolveHistory(graph, text), code).message, message));
	}
});
