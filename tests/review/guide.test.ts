import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { commit, repository as gitRepository } from '../support/git.ts';
import { golden } from '../support/golden.ts';
import { revisionText, run } from '../support/project.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

const titled = (title: string, text: string): string => text.replace(/^\/\*\* .*? \*\//, `/** ${title} */`);

const MAIN = {
	'gen-sql.config.ts': 'export default {};',
	'revisions/1975ea83b712_accounts.ts': titled(
		'accounts',
		revisionText(
			'1975ea83b712',
			null,
			"op.createTable('account', [column('id', t.bigInteger()), column('name', t.text())]);",
			"op.dropTable('account');",
		),
	),
	'revisions/3d7e58a90c16_roles.ts': titled(
		'roles',
		revisionText(
			'3d7e58a90c16',
			'1975ea83b712',
			"op.execute('CREATE ROLE reader');",
			"op.execute('DROP ROLE reader');",
		),
	),
};

const BRANCH = {
	'revisions/3d7e58a90c16_roles.ts': MAIN['revisions/3d7e58a90c16_roles.ts'].replace(
		'ROLE reader',
		'ROLE reader LOGIN',
	),
	'revisions/84a6fd135c70_plans.ts': `/** plans */
import { column, irreversible, t, type Op } from 'gen-sql';
export const revision = '84a6fd135c70', downRevision = '3d7e58a90c16';
export const downgrade = irreversible('the names are gone');
export function upgrade(op: Op): void {
	op.execute("SET LOCAL lock_timeout = '2s'");
	op.addColumn('account', column('plan', t.text(), { nullable: true }));
	op.createIndex('ix_account_plan', 'account', ['plan']);
	op.dropColumn('account', 'name');
}
`,
};

suite('review/guide', (test) => {
	test('docs/review.md shows the comment of a pull request', async () => {
		const root = gitRepository(MAIN);
		assert.is((await run(root, ['build'])).code, 0);
		commit(root);
		for (const [path, text] of Object.entries(BRANCH)) writeFileSync(join(root, path), text);
		const { stdout, stderr } = await run(root, ['review', '--against', 'main', '--format', 'markdown']);
		assert.is(stderr, '');
		const text = readFileSync(join(repository, 'docs/review.md'), 'utf8');
		const block = /(^````console\n\$ gen-sql review --against main --format markdown\n).*?^````$/ms;
		assert.match(text, block);
		golden(
			'../../docs/review.md',
			text.replace(block, (_all, command) => `${command}${stdout}\`\`\`\``),
		);
	});
});
