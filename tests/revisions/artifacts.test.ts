import * as assert from 'uvu/assert';
import { loadGraph, loadProject, renderArtifacts } from '../../src/index.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

suite('revisions/artifacts', (test) => {
	test('a revision that cannot be undone has a file that says why', async () => {
		const text = revisionText('a1', null, `op.createTable('a', []);`).replace(
			/export function downgrade.*/,
			"export const downgrade = irreversible('the passwords are\\n gone');",
		);
		const cwd = project({ 'revisions/a.ts': `import { irreversible } from 'gen-sql';\n${text}` });
		const own = await loadProject({ cwd });
		const [up, down, facts] = await renderArtifacts(own, await loadGraph(own), 'a1');
		assert.match(up?.text ?? '', 'CREATE TABLE a ()');
		assert.is(
			down?.text,
			'-- The revision a1 cannot be undone: the passwords are gone\n--\n-- Restore a backup, or go forward with another revision.\n',
		);
		assert.equal(JSON.parse(facts?.text ?? '').downgrade, { irreversible: 'the passwords are gone' });
	});
});
