import * as assert from 'uvu/assert';
import { loadProject } from '../../src/config/project.ts';
import { type DraftRevision, type NewRevision, newRevision } from '../../src/revisions/create.ts';
import { loadGraph } from '../../src/revisions/load.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const WANTED = { message: 'add a view', id: 'aaaa', heads: [], splice: false, branchLabels: [], dependsOn: [] };

async function drafted(wanted: Partial<NewRevision>): Promise<DraftRevision> {
	const loaded = await loadProject({ cwd: project({ 'revisions/.keep': '' }) });
	return newRevision(loaded, await loadGraph(loaded), { ...WANTED, ...wanted });
}

suite('revisions/create', (test) => {
	test('puts what is imported and what the functions do into the text', async () => {
		const { text } = await drafted({
			imports: ["import { view } from './_lib/view.ts';"],
			upgrades: ["op.createView('v', view);", 'op.execute(`select "<&>"`);'],
			downgrades: ["op.dropView('v');"],
		});
		assert.match(text, "import type { Op } from 'gen-sql';\nimport { view } from './_lib/view.ts';\n\nexport const");
		assert.match(text, 'Op): void {\n\top.createView(\'v\', view);\n\top.execute(`select "<&>"`);\n}\n');
		assert.match(text, "Op): void {\n\top.dropView('v');\n}\n");
		assert.not.match(text, 'void op');
	});

	test('does nothing where nothing is given', async () => {
		const { text } = await drafted({});
		assert.is(text.split('\tvoid op;\n').length, 3);
		assert.match(text, "import type { Op } from 'gen-sql';\n\nexport const");
	});

	test('makes the same of the same date', async () => {
		const date = new Date('2026-01-02T03:04:05Z');
		assert.equal((await drafted({ date })).text, (await drafted({ date })).text);
	});
});
