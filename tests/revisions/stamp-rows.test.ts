import * as assert from 'uvu/assert';
import { stampRows } from '../../src/revisions/stamp-rows.ts';
import { applyChange } from '../../src/script/plan.ts';
import { dags } from '../support/dags.ts';
import { graphOf, merged, revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

function stamped(...[graph, start, targets]: Parameters<typeof stampRows>): readonly string[] {
	const rows = new Set(start);
	for (const { changes } of stampRows(graph, start, targets)) for (const change of changes) applyChange(rows, change);
	return [...rows].sort();
}

suite('revisions/stamp-rows', (test) => {
	test('leaves rows on other lines alone', () => {
		const graph = graphOf(...merged, revision('0042'));
		assert.equal(stamped(graph, ['0042', '27c6'], ['ae10']), ['0042', '27c6', 'ae10']);
		assert.equal(stamped(graph, ['0042', '27c6', 'ae10'], ['53ff']), ['0042', '53ff']);
		assert.equal(stamped(graph, ['0042', '53ff'], ['1975']), ['0042', '1975']);
	});

	test('counts dependencies among what lies below', () => {
		const graph = graphOf(revision('a1'), revision('b1', [], { dependsOn: ['a1'] }));
		assert.equal(stamped(graph, ['a1'], ['b1']), ['b1']);
		throwsCode(() => stampRows(graph, [], ['a1', 'b1']), 'RANGE_INVALID');
	});

	test('comes to the rows that running would leave', () => {
		fc.assert(
			fc.property(dags(), fc.infiniteStream(fc.boolean()), (revisions, choices) => {
				const graph = graphOf(...revisions);
				const some = (): readonly string[] => graph.rows([...graph.nodes.keys()].filter(() => choices.next().value));
				const [start, targets] = [some(), some()];
				assert.equal(stamped(graph, [], targets), [...targets].sort());
				const after = stamped(graph, start, targets);
				for (const id of targets) assert.ok(after.includes(id));
				assert.equal(after, [...graph.rows(after)].sort(), 'one row lies below another');
				assert.equal(stamped(graph, after, targets), after, 'the second time changes something');
			}),
		);
	});
});
