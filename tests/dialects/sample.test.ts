import { relative, sep } from 'node:path';
import { isGenSqlError } from '../../src/core/error.ts';
import { type Project, type RevisionGraph, renderRange } from '../../src/index.ts';
import type { Direction } from '../../src/script/plan.ts';
import { golden } from '../support/golden.ts';
import { repository, sample } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

/** The sample project is one for PostgreSQL: what others refuse of it is refused by name, with its line. */
suite('dialects/sample', (test) => {
	for (const dialect of ['mysql', 'sqlite']) {
		test(`on ${dialect}`, async () => {
			const { project, graph } = await sample(dialect);
			const lines = [];
			for (const id of graph.nodes.keys()) {
				lines.push(await outcome(project, graph, id, 'upgrade'), await outcome(project, graph, id, 'downgrade'));
			}
			golden(`dialects/sample/${dialect}.txt`, `${lines.join('\n')}\n`);
		});
	}
});

async function outcome(project: Project, graph: RevisionGraph, id: string, direction: Direction): Promise<string> {
	const start = direction === 'upgrade' ? graph.rows(graph.node(id).parents) : [id];
	try {
		const { script } = await renderRange(
			project,
			graph,
			{ direction, start, revisions: [id] },
			{ keepParameters: true },
		);
		const count = script.steps.reduce((sum, { statements }) => sum + statements.length, 0);
		return `${direction} ${id}: ${count} statements`;
	} catch (error) {
		if (!isGenSqlError(error)) throw error;
		const { at, code, message } = error;
		const place = at && `${relative(repository, at.file).split(sep).join('/')}:${at.line}:${at.column}`;
		return `${direction} ${id}: ${place}: ${code}: ${message}`;
	}
}
