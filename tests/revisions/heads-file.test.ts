import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { headsFile, readHeads, renderHeads } from '../../src/revisions/heads-file.ts';
import { originsOf } from '../../src/revisions/origins.ts';
import { dags } from '../support/dags.ts';
import { branches, graphOf, merged, revision } from '../support/graph.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const bodyOf = (text: string): string => text.replace(/^(?:#.*\n)*?# lines: /, '');

suite('revisions/heads-file', (test) => {
	test('stands in the first version location', () => {
		const places = { revisions: ['/p/revisions', '/p/more'], database: 'audit' };
		assert.is(headsFile({ ...places, sharesFirstFolder: false }), join('/p/revisions', 'HEADS'));
		assert.is(headsFile({ ...places, sharesFirstFolder: true }), join('/p/revisions', 'audit.HEADS'));
	});

	test('names the head below the base that it comes from', () => {
		assert.is(
			renderHeads(graphOf(...merged)),
			[
				'# The heads of the revisions, one a line. `gen-sql build` writes this file; nobody else does.',
				'# A conflict here means that two branches add heads: `gen-sql merge` joins those that `gen-sql check` names, if any,',
				'# and `gen-sql build` writes the file anew.',
				'# lines: 1975',
				'',
				'# 1975',
				'53ff',
				'',
				'# end',
				'',
			].join('\n'),
		);
	});

	test('names all heads of a block in one line where they are several', () => {
		assert.is(
			bodyOf(renderHeads(graphOf(...branches))),
			'1975\n\n# 1975\n# 2 heads: 27c6, ae10\n27c6\nae10\n\n# end\n',
		);
	});

	test('has a block for each set of labels, and for each set of bases without one', () => {
		const text = renderHeads(
			graphOf(
				...branches,
				revision('b0', []),
				revision('b1', ['b0', 'ae10']),
				revision('x1', '1975', { branchLabels: ['audit'] }),
				revision('x2', 'x1'),
				revision('x3', 'x2', { branchLabels: ['Zoo', 'ads'] }),
				revision('x4', 'x2'),
			),
		);
		assert.is(
			bodyOf(text),
			'1975; 1975, b0; Zoo, ads, audit; audit\n\n# 1975\n27c6\n\n# 1975, b0\nb1\n\n# Zoo, ads, audit\nx3\n\n# audit\nx4\n\n# end\n',
		);
	});

	test('is the same in whatever order the revisions are read', () => {
		fc.assert(
			fc.property(
				dags().chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
				([all, shuffled]) => assert.is(renderHeads(graphOf(...shuffled)), renderHeads(graphOf(...all))),
			),
		);
	});

	test('reads back as the heads, with any line ends', () => {
		fc.assert(
			fc.property(dags(), (all) => {
				const graph = graphOf(...all);
				const text = renderHeads(graph);
				assert.equal([...readHeads(text, 'HEADS')].sort(), graph.heads);
				assert.equal(readHeads(text.replaceAll('\n', '\r\n'), 'HEADS'), readHeads(text, 'HEADS'));
			}),
		);
		assert.equal(readHeads(renderHeads(graphOf(revision('#1'), revision('='))), 'HEADS'), ['#1', '=']);
		assert.equal(readHeads(renderHeads(graphOf()), 'HEADS'), []);
	});

	test('knows the labels and bases at or below a head', () => {
		fc.assert(
			fc.property(dags(), fc.array(fc.nat(11), { maxLength: 3 }), (all, labelled) => {
				const graph = graphOf(
					...all.map((each, at) => (labelled.includes(at) ? { ...each, branchLabels: [`l${at}`] } : each)),
				);
				for (const [head, { labels, bases }] of originsOf(graph)) {
					const line = [...graph.lineage(head)].map((id) => graph.node(id));
					assert.equal(labels, line.flatMap(({ branchLabels }) => branchLabels).sort());
					const ids = line.filter(({ downRevisions }) => downRevisions.length === 0).map(({ id }) => id);
					assert.equal(bases, ids.sort());
				}
			}),
		);
	});

	test('says where git has left a conflict', () => {
		const text = renderHeads(graphOf(...merged)).replace('53ff\n', '<<<<<<< HEAD\n53ff\n=======\n54ff\n>>>>>>> side\n');
		const error = throwsCode(() => readHeads(text, '/p/HEADS'), 'HEADS_CONFLICT');
		assert.equal(error.at, { file: '/p/HEADS', line: 7, column: 1 });
		assert.match(error.hint ?? '', /gen-sql merge.*gen-sql build/);
	});

	test('takes a time that grows with the project alone', () => {
		const size = 10_000;
		const ids = Array.from({ length: size }, (_, at) => `r${String(at).padStart(5, '0')}`);
		const shapes = {
			fan: ids.map((id, at) => revision(id, at === 0 ? [] : (ids[0] ?? ''))),
			labels: ids.map((id, at) => revision(id, at === 0 ? [] : (ids[0] ?? ''), { branchLabels: [`l${id}`] })),
			line: ids.map((id, at) => revision(id, ids[at - 1] ?? [])),
			bases: ids.map((id) => revision(id)),
			forks: ids.map((id, at) => revision(id, ids[at - (at % 2) - 2] ?? [])),
			ladder: ids.map((id, at) => revision(id, at < 2 ? [] : [ids[at - 2] ?? '', ids[at - (at % 2) - 1] ?? ''])),
		};
		for (const [shape, all] of Object.entries(shapes)) {
			const graph = graphOf(...all);
			const start = performance.now();
			const found = readHeads(renderHeads(graph), 'HEADS');
			assert.is(found.length, graph.heads.length);
			assert.ok(performance.now() - start < 2000, `${shape}: ${Math.round(performance.now() - start)} ms`);
		}
	});
});
