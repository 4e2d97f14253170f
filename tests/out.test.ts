import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { type Artifact, renderArtifacts, show } from '../src/index.ts';
import { golden } from './support/golden.ts';
import { sample } from './support/sample.ts';
import { suite } from './support/suite.ts';

/** The rendered files of the sample project: `npm run test:golden` writes them, this suite keeps them true. */
suite('out', (test) => {
	test('holds what the revisions of the sample project render to, and nothing else', async () => {
		const { project, graph } = await sample();
		const artifacts: Artifact[] = [];
		for (const id of graph.nodes.keys()) artifacts.push(...(await renderArtifacts(project, graph, id)));
		assert.ok(artifacts.length >= 3 * 14);
		for (const { file, text } of artifacts) golden(file, text);

		const folder = join(project.out, 'main/postgresql');
		const known = new Set(artifacts.map(({ file }) => file));
		const stray = readdirSync(folder).filter((name) => !known.has(join(folder, name)));
		if (process.env['UPDATE_GOLDEN'] === '1') for (const name of stray) rmSync(join(folder, name));
		else assert.equal(stray, []);
	});

	test('says at which lines of the script each statement stands', async () => {
		const { project, graph } = await sample();
		for (const id of graph.nodes.keys()) {
			const [up, , facts] = await renderArtifacts(project, graph, id);
			const { upgrade } = JSON.parse(facts?.text ?? '') as {
				upgrade: { statements: { line: number; lastLine: number }[] };
			};
			const [shown] = await show(project, id, { sql: true });
			const lines = up?.text.split('\n') ?? [];
			assert.equal(
				upgrade.statements.map(({ line, lastLine }) => lines.slice(line - 1, lastLine).join('\n')),
				shown?.sql?.upgrade.map(({ sql }) => sql),
			);
		}
	});
});
