import * as assert from 'uvu/assert';
import { buildGraph } from '../../src/revisions/build-graph.ts';
import { resolveRange } from '../../src/revisions/range.ts';
import { resolveStamp, type Stamp } from '../../src/revisions/stamp.ts';
import { VersionRows } from '../../src/revisions/version-rows.ts';
import { dags } from '../support/dags.ts';
import { graphOf, merged, revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

/** Two branches and their merge, and a branch apart that the first of them needs a part of. */
const graph = graphOf(
	...merged,
	revision('lib1', [], { branchLabels: ['library'] }),
	revision('lib2', 'lib1'),
	revision('last', '53ff', { dependsOn: ['lib1'] }),
);

const shown = ({ steps }: Stamp): readonly string[] =>
	steps.flatMap(({ versions }) =>
		versions.map((change) =>
			change.kind === 'insert'
				? `+${change.to}`
				: change.kind === 'delete'
					? `-${change.from}`
					: `${change.from}>${change.to}`,
		),
	);

suite('revisions/stamp', (test) => {
	for (const [texts, changes, end] of [
		[['53ff'], ['+53ff'], ['53ff']],
		[['heads'], ['+last', '+lib2'], ['last', 'lib2']],
		[['ae10,27c6'], ['+ae10', '+27c6'], ['27c6', 'ae10']],
		[
			['ae10', 'lib2'],
			['+ae10', '+lib2'],
			['ae10', 'lib2'],
		],
		[['ae10:53ff'], ['ae10>53ff'], ['53ff']],
		[['27c6,ae10:53ff'], ['-27c6', 'ae10>53ff'], ['53ff']],
		[['53ff:ae10'], ['53ff>ae10'], ['ae10']],
		[
			['53ff:ae10', '53ff:27c6'],
			['53ff>ae10', '+27c6'],
			['27c6', 'ae10'],
		],
		[['ae10:27c6'], ['+27c6'], ['27c6', 'ae10']],
		[['53ff:53ff'], [], ['53ff']],
		[['lib1:last'], ['lib1>last'], ['last']],
		[['lib2:last'], ['+last'], ['last', 'lib2']],
		[['last:lib1'], ['last>lib1'], ['lib1']],
		[['base'], [], []],
		[['heads:base'], ['-last', '-lib2'], []],
		[['heads:library@base'], ['-last', '-lib2'], []],
		[['53ff,lib2:library@base'], ['-lib2'], ['53ff']],
		[['ae10:-1'], ['ae10>1975'], ['1975']],
		[['-1'], ['+53ff', '+lib1'], ['53ff', 'lib1']],
	] as const) {
		test(`stamps ${texts.join(' ')}`, () => {
			const found = resolveStamp(graph, texts);
			assert.equal([shown(found), found.end], [changes, end]);
		});
	}

	test('names the rows of a step, for its comment', () => {
		const { start, steps } = resolveStamp(graph, ['27c6,ae10:53ff']);
		assert.equal(start, ['27c6', 'ae10']);
		assert.equal(
			steps.map(({ from, to }) => [from, to]),
			[[['27c6', 'ae10'], ['53ff']]],
		);
	});

	test('refuses two starts, and targets of which one includes the other', () => {
		const starts = throwsCode(() => resolveStamp(graph, ['ae10:53ff', '27c6:lib2']), 'RANGE_INVALID');
		assert.is(starts.message, 'a stamp starts in one place, not at both "ae10" and "27c6"');
		const inside = throwsCode(() => resolveStamp(graph, ['1975', '53ff']), 'RANGE_INVALID');
		assert.is(inside.message, '"1975 53ff" names 1975 beside 53ff, which comes after it');
		throwsCode(() => resolveStamp(graph, ['base', '53ff']), 'RANGE_INVALID');
		throwsCode(() => resolveStamp(graph, ['a:b:c']), 'RANGE_INVALID');
		throwsCode(() => resolveStamp(graph, ['53ff:-1']), 'REVISION_AMBIGUOUS');
		throwsCode(() => resolveStamp(graph, ['nope@head']), 'REVISION_NOT_FOUND');
	});

	test('leaves the rows that running leaves, upwards and down to the base', () => {
		fc.assert(
			fc.property(dags(), fc.nat(11), fc.nat(11), (revisions, a, b) => {
				const any = buildGraph(revisions);
				const end = revisions[b % revisions.length]?.id ?? '';
				const below = [...any.ancestors([end])];
				const start = below[a % below.length] ?? '';
				for (const [direction, text] of [
					['upgrade', `base:${end}`],
					['upgrade', `${start}:${end}`],
					['upgrade', `${start}:heads`],
					['downgrade', 'heads:base'],
				] as const) {
					const range = resolveRange(any, direction, text);
					const rows = new VersionRows(any, range.start);
					for (const id of range.revisions) rows[direction](id);
					assert.equal(resolveStamp(any, [text]).end, [...rows.rows].sort(), text);
				}
			}),
		);
	});

	test('leaves rows that lie side by side, the target among them', () => {
		fc.assert(
			fc.property(dags(), fc.nat(11), fc.nat(11), (revisions, a, b) => {
				const any = buildGraph(revisions);
				const [start, end] = [a, b].map((at) => revisions[at % revisions.length]?.id ?? '');
				const found = resolveStamp(any, [`${start}:${end}`]).end;
				assert.ok(found.includes(end ?? ''));
				assert.equal(any.rows(found), found);
			}),
		);
	});
});
