import * as assert from 'uvu/assert';
import { golden } from '../support/golden.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

/** Branches, a merge, a part outside transactions and a value to be filled in. */
const files = {
	'revisions/1_user.ts': revisionText(
		'1975',
		null,
		`op.createTable('user', [column('id', t.integer(), { primaryKey: true }), column('email', t.string(255))])`,
		`op.dropTable('user')`,
	),
	'revisions/2_index.ts': revisionText(
		'ae10',
		'1975',
		`op.createIndex('ix_email', 'user', ['email']); op.autocommitBlock(() => op.execute('ANALYZE')); op.addColumn('user', column('age', t.integer()));`,
		`op.dropColumn('user', 'age'); op.dropIndex('ix_email', 'user');`,
	),
	'revisions/3_plan.ts': revisionText(
		'27c6',
		'1975',
		`op.execute(sql\`update user set email = \${param('mail', t.string(20), { description: 'for all' })}\`)`,
	),
	'revisions/4_merge.ts': revisionText('53ff', ['ae10', '27c6']),
};

const config = (dialect: string, more = ''): string => `export default { dialect: '${dialect}', ${more} };`;

suite('script in other dialects', (test) => {
	for (const dialect of ['mysql', 'sqlite']) {
		test(`${dialect}: up and down`, async () => {
			const root = project({ ...files, 'gen-sql.config.ts': config(dialect) });
			const scripts = [await printed(root, 'upgrade', 'head'), await printed(root, 'downgrade', 'base')];
			golden(`scripts/${dialect}.sql`, scripts.join('\n'));
		});

		test(`${dialect}: without a guard, another version table`, async () => {
			const table = "versionTable: 'Version', versionTableSchema: 'app'";
			const root = project({ ...files, 'gen-sql.config.ts': config(dialect, table) });
			const text = await printed(root, 'upgrade', 'base:1975', '--no-guard');
			assert.match(text, 'Unguarded');
			assert.match(text, /CREATE TABLE IF NOT EXISTS [`"]?app[`"]?\.[`"]Version[`"] \(/);
			assert.not.match(text, 'this script starts at');
		});
	}

	test('mysql begins no transaction, and says that nothing can be rolled back', async () => {
		const root = project({ ...files, 'gen-sql.config.ts': config('mysql') });
		const text = await printed(root, 'upgrade', 'head');
		assert.not.match(text, /^(?:BEGIN|COMMIT|START)/m);
		assert.match(text, 'cannot be rolled back');
		assert.is(text.match(/^-- Part/gm)?.length, 4);
	});
});
