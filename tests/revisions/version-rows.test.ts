import * as assert from 'uvu/assert';
import { VersionRows } from '../../src/revisions/version-rows.ts';
import type { VersionChange } from '../../src/script/plan.ts';
import { graphOf, merged, revision } from '../support/graph.ts';
import { suite } from '../support/suite.ts';

const shown = (changes: readonly VersionChange[]): readonly string[] =>
	changes.map((change) =>
		change.kind === 'insert'
			? `+${change.to}`
			: change.kind === 'delete'
				? `-${change.from}`
				: `${change.from}>${change.to}`,
	);

suite('revisions/version-rows', (test) => {
	test('writes the branches and the merge of the example as Alembic does', () => {
		const graph = graphOf(...merged);
		const up = new VersionRows(graph, []);
		const upgrade = ['1975', '27c6', 'ae10', '53ff'].map((id) => shown(up.upgrade(id)));
		assert.equal(upgrade, [['+1975'], ['1975>27c6'], ['+ae10'], ['-27c6', 'ae10>53ff']]);
		const down = new VersionRows(graph, ['53ff']);
		const downgrade = ['53ff', 'ae10', '27c6', '1975'].map((id) => shown(down.downgrade(id)));
		assert.equal(downgrade, [['+27c6', '53ff>ae10'], ['-ae10'], ['27c6>1975'], ['-1975']]);
	});

	test('lets a dependency be a parent', () => {
		const graph = graphOf(revision('29f8'), revision('55af'), revision('2a95', '29f8', { dependsOn: ['55af'] }));
		const up = new VersionRows(graph, ['29f8', '55af']);
		assert.equal(shown(up.upgrade('2a95')), ['-29f8', '55af>2a95']);
		const down = new VersionRows(graph, ['2a95']);
		assert.equal(shown(down.downgrade('2a95')), ['+29f8', '2a95>55af']);
	});

	test('gives a revision a row of its own when no parent has one', () => {
		const graph = graphOf(...merged);
		assert.equal(shown(new VersionRows(graph, ['ae10']).upgrade('27c6')), ['+27c6']);
		assert.equal(shown(new VersionRows(graph, ['27c6', 'ae10']).downgrade('27c6')), ['-27c6']);
	});

	test('brings back only the parents that no other row stands above', () => {
		const graph = graphOf(...merged, revision('xxxx', 'ae10'));
		assert.equal(shown(new VersionRows(graph, ['53ff', 'xxxx']).downgrade('53ff')), ['53ff>27c6']);
	});
});
