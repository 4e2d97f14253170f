import * as assert from 'uvu/assert';
import { golden } from '../support/golden.ts';
import { journalProject } from '../support/journal.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';

const users = {
	'revisions/1_user.ts': revisionText(
		'1975',
		null,
		`op.createTable('user', [column('id', t.integer(), { primaryKey: true }), column('email', t.string(255), { nullable: false })])`,
		`op.dropTable('user')`,
	),
	'revisions/2_index.ts': revisionText(
		'ae10',
		'1975',
		`op.execute('update "user" set email = lower(email)'); op.createIndex('ix_email', 'user', ['email'], { postgresql: { concurrently: true } }); op.createTableComment('user', 'Users')`,
		`op.dropIndex('ix_email', 'user', { postgresql: { concurrently: true } })`,
	),
	'revisions/3_plan.ts': revisionText(
		'27c6',
		'1975',
		`op.addColumn('user', column('plan', t.string(20), { serverDefault: 'free' }))`,
		`op.dropColumn('user', 'plan')`,
	),
	'revisions/4_merge.ts': revisionText('53ff', ['ae10', '27c6'], `op.execute('select 1')`),
};

function script(files: Readonly<Record<string, string>>, argv: readonly string[], config?: string): Promise<string> {
	const root = project({ ...files, ...(config !== undefined && { 'gen-sql.config.ts': config }) });
	return printed(root, ...argv);
}

suite('script', (test) => {
	test('upgrade, with branches, a merge and an index outside transactions', async () => {
		golden('scripts/upgrade.sql', await script(users, ['upgrade', 'head']));
	});

	test('downgrade', async () => {
		golden('scripts/downgrade.sql', await script(users, ['downgrade', 'base']));
	});

	test('a part, without guards, each revision in a transaction', async () => {
		const config = `export default { transactionPerMigration: true, versionTable: 'Version', versionTableSchema: 'app' };`;
		golden('scripts/part.sql', await script(users, ['upgrade', '1975:27c6', '--no-guard'], config));
		const all = await script(users, ['upgrade', 'base:27c6', '--no-guard'], config);
		assert.is(all.match(/^BEGIN;$/gm)?.length, 2);
	});

	test('SQL of the project beside the version rows', async () => {
		golden('scripts/journal.sql', await printed(journalProject(), 'upgrade', 'bbbb', '--param', "operator=O'Brien"));
	});

	test('each statement committed by itself', async () => {
		const online = {
			...users,
			'revisions/5_online.ts': revisionText(
				'6a00',
				'53ff',
				`op.addColumn('user', column('age', t.integer(), { nullable: false, serverDefault: 0, check: checkConstraint('age >= 0', { name: 'ck_age' }) }), { online: true })`,
				'',
				`import { checkConstraint } from 'gen-sql';`,
			),
		};
		golden(
			'scripts/each.sql',
			await script(online, ['upgrade', 'head'], 'export default { transactionalDdl: false };'),
		);
	});

	test('an empty range', async () => {
		golden('scripts/empty.sql', await script(users, ['upgrade', '1975:1975']));
	});

	const parameters = {
		'revisions/a.ts': revisionText(
			'a1',
			null,
			[
				`const plan = param('plan', t.string(), { default: "it's free", description: 'the plan of new accounts' });`,
				`op.execute(sql\`update a set plan = \${plan}, c = \${param('at', t.date())} where tenant = \${param('tenant', t.string(10))}\`);`,
				`op.execute(sql\`grant select on a to \${param('reader', 'identifier', { description: 'who reads' })}\`);`,
			].join('\n'),
		),
	};

	test('values to be filled in', async () => {
		golden('scripts/parameters.sql', await script(parameters, ['upgrade', 'head']));
	});

	test('values that are filled in', async () => {
		const given = ['--param', 'tenant=acme', '--param', 'at=2024-12-31', '--param', 'reader=Report Reader'];
		golden('scripts/parameters-filled.sql', await script(parameters, ['upgrade', 'head', ...given]));
	});

	test('values as placeholders', async () => {
		const text = revisionText(
			'a1',
			null,
			`op.execute(sql\`update a set b = \${"it's"}, c = \${5} where d = \${literal(true)}\`)`,
			'',
			`import { literal } from 'gen-sql';`,
		);
		const config = 'export default { literalBinds: false };';
		golden('scripts/placeholders.sql', await script({ 'revisions/a.ts': text }, ['upgrade', 'head'], config));
	});

	test('names by a convention', async () => {
		const tables = revisionText(
			'a1',
			null,
			[
				`op.createTable('account', [column('id', t.integer(), { primaryKey: true }), column('email', t.text(), { unique: true })], { schema: 'app' });`,
				`op.createTable('message', [column('id', t.integer(), { primaryKey: true }), column('author_id', t.integer(), { references: foreignKey('app.account.id'), index: true }), checkConstraint('id > 0', { name: 'id' })], { schema: 'app' });`,
				`op.createUniqueConstraint(null, 'message', ['author_id', 'id'], { schema: 'app' });`,
			].join('\n'),
			[
				`op.dropConstraint('id', 'message', 'check', { schema: 'app' });`,
				`op.dropConstraint(op.f('uq_message_author_id_id'), 'message', 'unique', { schema: 'app' });`,
			].join('\n'),
			`import { checkConstraint } from 'gen-sql';`,
		);
		const config = `import { defineConfig } from 'gen-sql';
export default defineConfig({
	namingConvention: {
		uq: 'uq_%(table_name)s_%(column_0_N_name)s',
		ck: 'ck_%(table_name)s_%(constraint_name)s',
		fk: 'fk_%(table_name)s_%(referred)s',
		pk: 'pk_%(table_name)s',
		referred: (element, { name }) => element.kind === 'foreignKey' ? element.referredTable.name : name,
	},
});`;
		const files = { 'revisions/a.ts': tables };
		golden('scripts/names.sql', await script(files, ['upgrade', 'head'], config));
		const down = await script(files, ['downgrade', 'base'], config);
		assert.match(down, 'ALTER TABLE app.message DROP CONSTRAINT ck_message_id;');
		assert.match(down, 'ALTER TABLE app.message DROP CONSTRAINT uq_message_author_id_id;');
	});

	test('titles and ids that try to leave their comment or their quotes', async () => {
		const hostile = (title: string, id: string, parent: string | null, sql: string): string =>
			`/** ${title}\n */\nexport const revision = ${JSON.stringify(id)}, downRevision = ${JSON.stringify(parent)};
export const upgrade = (op: any) => op.execute('${sql}'), downgrade = upgrade;\n`;
		golden(
			'scripts/hostile.sql',
			await script(
				{
					'revisions/a.ts': hostile('drop\u2028DROP TABLE a;\u202e\\! rm -rf / ; * /', `o'brien`, null, 'select 1'),
					'revisions/b.ts': hostile(
						'\\q {{id}} $' + '{id} -- ; \u0085\\i secrets',
						'$gen_sql$;DROP',
						`o'brien`,
						'select 2',
					),
					'revisions/c.ts': hostile('c', '$gen_sql$$gen_sql_1$', '$gen_sql$;DROP', 'select 3'),
					'revisions/d.ts': hostile('d', '*/\\"x', '$gen_sql$$gen_sql_1$', 'select 4'),
				},
				['upgrade', 'head'],
				'export default { transactionPerMigration: true };',
			),
		);
	});

	test('no line of a header or a comment begins with anything but two dashes', async () => {
		const hidden = [
			'\n',
			'\r',
			'\u000b',
			'\u000c',
			'\u0085',
			'\u2028',
			'\u2029',
			'\u202e',
			'\u2066',
			'\u200b',
			'\u001b',
			'\ufeff',
		];
		for (const character of hidden) {
			const text = `/* one ${character}\\! two */\n${revisionText('a1', null).replace(/^.*\n/, '')}`;
			const sql = await script({ 'revisions/a.ts': text }, ['upgrade', 'head', '--no-guard']);
			assert.not.match(sql, /^\s*\\!/m, JSON.stringify(character));
			assert.not.ok(character !== '\n' && sql.includes(character), JSON.stringify(character));
		}
	});
});
