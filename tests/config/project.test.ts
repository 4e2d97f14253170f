import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { loadProject, type Project, type ProjectOptions } from '../../src/config/project.ts';
import type { GenSqlError } from '../../src/core/error.ts';
import { project, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

type Given = Partial<Omit<ProjectOptions, 'cwd'>>;

const load = (cwd: string, options: Given = {}): Promise<Project> => loadProject({ cwd, env: {}, ...options });

const configured = (config: string, options: Given = {}): Promise<Project> =>
	load(project({ 'gen-sql.config.ts': config }), options);

suite('config/project', (test) => {
	test('has a default for every setting', async () => {
		const root = project({ 'revisions/.keep': '' });
		const { runner: _, placeOf: __, dialect, ...settings } = await load(root);
		assert.is(dialect.name, 'postgresql');
		assert.equal(settings, {
			root,
			database: 'main',
			databases: ['main'],
			sharesFirstFolder: false,
			target: undefined,
			revisions: [join(root, 'revisions')],
			recursiveVersionLocations: false,
			fileTemplate: '%(rev)s_%(slug)s',
			truncateSlugLength: 40,
			timezone: 'UTC',
			out: join(root, 'out'),
			templates: join(root, 'templates'),
			versions: { table: { name: 'gen_sql_version' } },
			transactionalDdl: true,
			transactionPerMigration: false,
			guard: true,
			locks: false,
			lockTimeoutMs: 3000,
			literalBinds: true,
			x: {},
			parameters: {},
		});
	});

	test('takes every setting of the configuration file, with paths from its folder', async () => {
		const root = project({
			'db/my.config.ts': `import { defineConfig } from 'gen-sql';
export default defineConfig({
	dialect: 'postgresql', databaseUrl: 'postgres://app@db/chat', revisions: ['one', '../two'], out: 'sql', templates: '/abs',
	versionTable: 'alembic_version', versionTableSchema: 'App.Meta', transactionPerMigration: true, guard: false, locks: true, lockTimeoutMs: 500,
	transactionalDdl: false, heads: 2,
	literalBinds: false, recursiveVersionLocations: true, fileTemplate: '%(year)d/%(rev)s', truncateSlugLength: 20,
	timezone: 'Europe/Paris', templateArgs: { team: 'chat' }, postWriteHooks: [{ name: 'format', command: ['biome'] }],
	namingConvention: { pk: 'pk_%(table_name)s' },
	review: { preset: 'online', tables: { event: { rows: 2e9 } } },
	databases: { chat: {} }, startingRevision: 'aaaa', tag: 'one', onVersionApply: undefined,
});`,
		});
		const { runner: _, placeOf: __, dialect: ___, ...settings } = await load(root, { config: 'db/my.config.ts' });
		assert.equal(settings, {
			root: join(root, 'db'),
			database: 'chat',
			databases: ['chat'],
			sharesFirstFolder: false,
			target: { dialect: 'postgresql', label: 'chat on db' },
			revisions: [join(root, 'db/one'), join(root, 'two')],
			recursiveVersionLocations: true,
			heads: 2,
			fileTemplate: '%(year)d/%(rev)s',
			truncateSlugLength: 20,
			timezone: 'Europe/Paris',
			templateArgs: { team: 'chat' },
			postWriteHooks: [{ name: 'format', command: ['biome'] }],
			out: join(root, 'db/sql'),
			templates: '/abs',
			versions: { table: { schema: 'App.Meta', name: 'alembic_version' } },
			startingRevision: 'aaaa',
			tag: 'one',
			transactionalDdl: false,
			transactionPerMigration: true,
			guard: false,
			locks: true,
			lockTimeoutMs: 500,
			literalBinds: false,
			namingConvention: { pk: 'pk_%(table_name)s' },
			review: { preset: 'online', tables: { event: { rows: 2e9 } } },
			x: {},
			parameters: {},
		});
	});

	test('calls a configuration that is a function with the values of -x', async () => {
		const config = `import { defineConfig } from 'gen-sql';
export default defineConfig(({ x }) => ({ out: \`out-\${x['tenant']}-\${x['empty'] === ''}-\${x['last']}-\${x['eq']}\` }));`;
		const { out, x } = await configured(config, { x: ['tenant=acme', 'empty', 'last=1', 'last=2', 'eq=a=b'] });
		assert.ok(out.endsWith('out-acme-true-2-a=b'), out);
		assert.equal({ ...x }, { tenant: 'acme', empty: '', last: '2', eq: 'a=b' });
	});

	test('keeps a key of -x that objects have by birth', async () => {
		const { x } = await configured('export default {};', { x: ['__proto__=a', 'constructor=b'] });
		assert.is(x['constructor'], 'b');
		assert.equal(Object.keys(x).sort(), ['__proto__', 'constructor']);
	});

	test('waits for a configuration that comes later', async () => {
		const { out } = await configured(`export default async () => ({ out: await Promise.resolve('later') });`);
		assert.ok(out.endsWith('later'));
	});

	for (const name of ['gen-sql.config.mts', 'gen-sql.config.js', 'gen-sql.config.mjs']) {
		test(`finds ${name}`, async () => {
			const { guard } = await load(project({ [name]: 'export default { guard: false };' }));
			assert.is(guard, false);
		});
	}

	test('suggests the setting that was meant', async () => {
		const error = await rejectsCode(configured('export default { version_table: "x" };'), 'CONFIG_INVALID');
		assert.is(error.message, 'there is no setting "version_table"');
		assert.is(error.hint, 'did you mean "versionTable"?');
		assert.is(error.exitCode, 3);
		assert.ok(error.at?.file.endsWith('gen-sql.config.ts'));
		const listed = await rejectsCode(configured('export default { toString: "x" };'), 'CONFIG_INVALID');
		assert.match(listed.hint ?? '', /settings: dialect, databaseUrl/);
	});

	for (const [setting, value] of [
		['dialect', '5'],
		['databaseUrl', '["postgres://a:secret@b/c"]'],
		['revisions', '[]'],
		['revisions', '["a", 1]'],
		['revisions', "''"],
		['out', 'null'],
		['templates', 'false'],
		['versionTable', "''"],
		['versionTable', '{}'],
		['versionTableSchema', '0'],
		['transactionPerMigration', "'yes'"],
		['guard', '0'],
		['locks', '1'],
		['transactionalDdl', "'no'"],
		['recursiveVersionLocations', "'true'"],
		['heads', '0'],
		['heads', '1.5'],
		['heads', "'2'"],
		['fileTemplate', '[]'],
		['truncateSlugLength', '0'],
		['truncateSlugLength', '201'],
		['timezone', 'null'],
		['templateArgs', "'team'"],
		['postWriteHooks', "'biome'"],
		['namingConvention', '[]'],
		['startingRevision', "['aaaa']"],
		['tag', '7'],
		['onVersionApply', "'select 1'"],
		['review', '[]'],
		['databases', '[]'],
		['databases.main', "'x'"],
		['databases.main.guard', '0'],
		['namingConvention', "'uq_%(table_name)s'"],
	] as const) {
		test(`refuses ${setting}: ${value.replace('secret', '***')}`, async () => {
			const text = setting.split('.').reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);
			const error = await rejectsCode(configured(`export default ${text};`), 'CONFIG_INVALID');
			assert.match(error.message, new RegExp(`^the setting "${setting}" must be .+, got .+`));
			assert.not.match(error.message, /secret/);
		});
	}

	test('looks into the naming convention, and says where it stands', async () => {
		const uq = `export default { namingConvention: { uq: 'uq_%(tabel_name)s' } };`;
		const unknown = await rejectsCode(configured(uq), 'CONFIG_INVALID');
		assert.is(unknown.message, 'namingConvention.uq has the token "tabel_name", which does not exist');
		assert.is(unknown.hint, 'did you mean "table_name"?');
		assert.ok(unknown.at?.file.endsWith('gen-sql.config.ts'));
		const idx = `export default { namingConvention: { idx: 'ix_%(table_name)s' } };`;
		const stray = await rejectsCode(configured(idx), 'CONFIG_INVALID');
		assert.is(stray.message, 'namingConvention has no target "idx"');
	});

	for (const [config, line, column] of [
		["guard: 'x',", 3, 2],
		['gaurd: true,', 3, 2],
		["versionTable: '',", 3, 2],
		["versionTable: 'v'.repeat(64),", 3, 2],
		["versionTable: 'v', versionTableSchema: 's'.repeat(64),", 3, 21],
		["dialect: 'nonsense',", 3, 2],
		["databaseUrl: 'nonsense:x',", 3, 2],
		["dialect: 'mysql', transactionalDdl: true,", 3, 20],
		["fileTemplate: '%(year)d/%(rev)s',", 3, 2],
		["fileTemplate: '%(rev)s', databases: { main: { fileTemplate: '%(year)d/%(rev)s' } },", 3, 48],
		['guard: true, databases: { main: {\n\t\tguard: 0 } },', 4, 3],
		["guard: true, databases: { main: { versionTable: '\\0' } },", 3, 36],
		["namingConvention: { uq: '%(nope)s' },", 3, 2],
		["...{ guard: 'x' },", 1, 1],
	] as const) {
		test(`places what is wrong with ${config}`, async () => {
			const text = `import { defineConfig } from 'gen-sql';\nexport default defineConfig({\n\t${config}\n});\n`;
			const error = await configured(text).then(
				() => undefined,
				(thrown: GenSqlError) => thrown,
			);
			assert.equal([error?.at?.line, error?.at?.column], [line, column], error?.message);
		});
	}

	for (const [config, message] of [
		['databases: {}', 'databases names no database'],
		["databases: { '../x': {} }", 'databases has the name "../x"'],
		["databases: { 'x.': {} }", 'databases has the name "x."'],
		['databases: { Main: {}, main: {} }', 'databases has "main" twice, but for its case'],
		['databases: { main: {}, audit: { gaurd: true } }', 'there is no setting "databases.audit.gaurd"'],
		['databases: { main: { databases: {} } }', 'there is no setting "databases.main.databases"'],
		[
			"databases: { main: {}, audit: { fileTemplate: 'a/%(rev)s' } }",
			'fileTemplate makes folders, and revisions are not looked for in them',
		],
		["fileTemplate: '%(revision)s'", 'fileTemplate has the token "revision", which does not exist'],
		["fileTemplate: '%(rev)'", 'fileTemplate has a % that begins no token'],
		["fileTemplate: '100%'", 'fileTemplate has a % that begins no token'],
		["fileTemplate: '%(slug)d'", 'fileTemplate has %(slug)d, which is no number'],
		["fileTemplate: '%(rev).2s'", 'fileTemplate has %(rev).2s, which is no number'],
		["fileTemplate: '%(year)99d'", 'fileTemplate has %(year)99d, with too many digits'],
		["fileTemplate: '../%(rev)s'", 'the fileTemplate "../%(rev)s" is no path below a folder'],
		["fileTemplate: '/%(rev)s'", 'the fileTemplate "/%(rev)s" is no path below a folder'],
		["fileTemplate: 'a\\\\%(rev)s'", 'the fileTemplate "a\\%(rev)s" is no path below a folder'],
		["fileTemplate: '%(year)d/%(rev)s'", 'fileTemplate makes folders, and revisions are not looked for in them'],
		["timezone: 'Europe/Pari'", 'there is no time zone "Europe/Pari"'],
		["postWriteHooks: ['biome']", 'postWriteHooks[0] must be a hook, got "biome"'],
		['postWriteHooks: [{ run() {} }]', 'postWriteHooks[0].name must be a name, got nothing'],
		["postWriteHooks: [{ name: 'a' }]", 'postWriteHooks[0] must have either a command or run, a function'],
		[
			"postWriteHooks: [{ name: 'a', command: ['b'], run() {} }]",
			'postWriteHooks[0] must have either a command or run, a function',
		],
		["postWriteHooks: [{ name: 'a', comand: ['b'] }]", 'there is no postWriteHooks[0].comand'],
		["postWriteHooks: [{ name: 'a', command: ['b'], cwd: 1 }]", 'postWriteHooks[0].cwd must be a folder, got 1'],
		[
			"postWriteHooks: [{ name: 'a', run() {}, cwd: 'b' }]",
			'postWriteHooks[0].cwd must be left out beside run, got "b"',
		],
		["postWriteHooks: [{ name: 'a', run: 'b' }]", 'postWriteHooks[0].run must be a function, got "b"'],
		["postWriteHooks: [{ name: 'a', run() {} }, { name: 'a', run() {} }]", 'postWriteHooks has "a" twice'],
		...["'b'", '[]', "['']", "['b', 1]"].map(
			(command) =>
				[
					`postWriteHooks: [{ name: 'a', command: ${command} }]`,
					`postWriteHooks[0].command must be an array of a program and its arguments, ['biome', 'format'], got ${command === "'b'" ? '"b"' : 'an array'}`,
				] as const,
		),
		["templateArgs: { message: 'x' }", 'templateArgs.message has the name of what every template has'],
	] as const) {
		test(`looks into ${config}`, async () => {
			const error = await rejectsCode(configured(`export default { ${config} };`), 'CONFIG_INVALID');
			assert.is(error.message, message);
			assert.ok(error.at?.file.endsWith('gen-sql.config.ts'));
		});
	}

	const several = `export default {
	dialect: 'mysql', databaseUrl: 'mysql://db/shared', out: 'sql', guard: false,
	databases: {
		main: { databaseUrl: 'postgresql://db/chat', guard: true },
		audit: { dialect: 'sqlite', revisions: 'audit', out: undefined },
		plain: {},
	},
};`;

	test('takes what holds for one database before what holds for all', async () => {
		const root = project({ 'gen-sql.config.ts': several });
		const audit = await load(root, { database: 'audit' });
		assert.equal([audit.database, audit.databases], ['audit', ['main', 'audit', 'plain']]);
		assert.equal([audit.dialect.name, audit.target, audit.guard], ['sqlite', undefined, false]);
		assert.equal([audit.revisions, audit.out], [[join(root, 'audit')], join(root, 'sql')]);
		const main = await load(root, {});
		assert.equal([main.database, main.dialect.name, main.target?.label], ['main', 'postgresql', 'chat on db']);
		assert.is(main.guard, true);
		const plain = await load(root, { database: 'plain' });
		assert.equal([plain.dialect.name, plain.target?.label], ['mysql', 'shared on db']);
	});

	test('asks the environment for a database that says itself what it is only where it does not', async () => {
		const env = { DATABASE_URL: 'postgres://env/x' };
		const root = project({ 'gen-sql.config.ts': several });
		const audit = await load(root, { database: 'audit', env });
		assert.equal([audit.dialect.name, audit.target], ['sqlite', undefined]);
		assert.is((await load(root, { database: 'plain', env })).target?.label, 'x on env');
		assert.is((await load(root, { database: 'audit', env, dialect: 'mysql' })).dialect.name, 'mysql');
	});

	test('refuses transactions where the dialect has none', async () => {
		const chosen = (dialect: string, value: unknown) =>
			configured(`export default { dialect: '${dialect}', transactionalDdl: ${String(value)} };`);
		assert.is((await chosen('postgresql', true)).transactionalDdl, true);
		assert.is((await chosen('sqlite', undefined)).transactionalDdl, true);
		assert.is((await chosen('mysql', undefined)).transactionalDdl, false);
		assert.is((await chosen('mysql', false)).transactionalDdl, false);
		assert.match(
			(await rejectsCode(chosen('mysql', true), 'CONFIG_INVALID')).message,
			/^transactionalDdl cannot be true/,
		);
		assert.is((await chosen('sqlite', false)).transactionalDdl, false);
	});

	test('prefers the tag that is given to the tag that is set', async () => {
		assert.is((await configured(`export default { tag: 'set' };`, { tag: 'given' })).tag, 'given');
		assert.is((await configured('export default {};', { tag: 'given' })).tag, 'given');
	});

	test('takes the only database for the one that is meant, and asks when none of several is main', async () => {
		const one = await configured('export default { databases: { audit: {} } };');
		assert.equal([one.database, one.databases], ['audit', ['audit']]);
		const two = await rejectsCode(configured('export default { databases: { a: {}, b: {} } };'), 'OPTION_INVALID');
		assert.equal([two.message, two.hint], ['the project has several databases: a, b', 'name one: --name a']);
	});

	test('refuses a database that the project does not have', async () => {
		const typo = await rejectsCode(configured(several, { database: 'adit' }), 'OPTION_INVALID');
		assert.equal([typo.message, typo.hint], ['the project has no database "adit"', 'did you mean "audit"?']);
		const none = await rejectsCode(configured('export default {};', { database: 'main' }), 'OPTION_INVALID');
		assert.match(none.hint ?? '', /lists them under databases/);
	});

	test('refuses a version table no server can have', async () => {
		const error = await rejectsCode(configured(`export default { versionTable: 'a\\0b' };`), 'CONFIG_INVALID');
		assert.match(error.message, /NUL/);
		await rejectsCode(configured(`export default { versionTableSchema: 'a\\0b' };`), 'CONFIG_INVALID');
	});

	for (const [what, text] of [
		['nothing', 'export const config = {};'],
		['a string', `export default 'postgresql';`],
		['null', 'export default null;'],
		['a function of nothing', 'export default () => undefined;'],
		['a list', 'export default [];'],
	] as const) {
		test(`refuses a configuration file that exports ${what}`, async () => {
			const error = await rejectsCode(configured(text), 'CONFIG_INVALID');
			assert.match(error.message, /^the configuration must be an object/);
		});
	}

	test('places an error that the configuration throws', async () => {
		const error = await rejectsCode(
			configured(`export default (\n\t{ x }: { x: object },\n): object => {\n\tthrow new Error('no tenant');\n};\n`),
			'REVISION_THREW',
		);
		assert.is(error.message, 'Error: no tenant');
		assert.equal([error.at?.line, error.at?.column], [4, 8]);
	});

	test('reports a configuration file that was named and is not there', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'folder/.keep': '' });
		for (const config of ['missing.ts', 'folder']) {
			const error = await rejectsCode(load(root, { config }), 'CONFIG_INVALID');
			assert.ok(error.message.includes(join(root, config)));
		}
		await rejectsCode(load(root, { env: { GEN_SQL_CONFIG: 'missing.ts' } }), 'CONFIG_INVALID');
	});

	test('reports a folder that is no project', async () => {
		const error = await rejectsCode(load(project({ 'a.txt': '' })), 'PROJECT_MISSING');
		assert.match(error.hint ?? '', /gen-sql init/);
	});

	test('prefers the option to the environment, to .env, to the configuration file', async () => {
		const root = project({
			'gen-sql.config.ts': `export default { dialect: 'from-config' };`,
			'.env': 'GEN_SQL_DIALECT=from-dotenv\n',
		});
		const bare = project({ 'gen-sql.config.ts': `export default { dialect: 'from-config' };` });
		const chosen = async (cwd: string, options: Given): Promise<string> =>
			(await rejectsCode(load(cwd, options), 'DIALECT_UNKNOWN')).message;
		const env = { GEN_SQL_DIALECT: 'from-environment' };
		assert.match(await chosen(root, { env, dialect: 'from-option' }), /"from-option"/);
		assert.match(await chosen(root, { env }), /"from-environment"/);
		assert.match(await chosen(root, {}), /"from-dotenv"/);
		assert.match(await chosen(bare, {}), /"from-config"/);
	});

	test('reads the .env beside the configuration file from any folder, then that of the folder', async () => {
		const root = project({
			'.env': 'GEN_SQL_CONFIG=db/my.ts\nGEN_SQL_DIALECT=postgresql\nDATABASE_URL=postgres://app/app\n',
			'db/.env': 'DATABASE_URL=postgres://db/chat\nGEN_SQL_CONFIG=ignored.ts\n',
			'db/my.ts': `export default { dialect: 'from-config' };`,
			'elsewhere/.keep': '',
		});
		const label = async (cwd: string, options: Given): Promise<string | undefined> =>
			(await load(cwd, options)).target?.label;
		assert.is(await label(root, {}), 'chat on db');
		assert.is(await label(join(root, 'db'), { config: 'my.ts' }), 'chat on db');
		assert.is(await label(join(root, 'elsewhere'), { config: '../db/my.ts' }), 'chat on db');
		assert.is(await label(root, { env: { DATABASE_URL: 'postgres://db/process' } }), 'process on db');
		assert.is((await load(root)).dialect.name, 'postgresql');
	});

	test('prefers GEN_SQL_CONFIG to the file of the folder, and --config to that', async () => {
		const root = project({
			'gen-sql.config.ts': `export default { out: 'folder' };`,
			'a.ts': `export default { out: 'environment' };`,
			'b.ts': `export default { out: 'option' };`,
		});
		const env = { GEN_SQL_CONFIG: 'a.ts' };
		assert.ok((await load(root, { env })).out.endsWith('environment'));
		assert.ok((await load(root, { env, config: 'b.ts' })).out.endsWith('option'));
	});

	test('lets DATABASE_URL of the environment win over the dialect and the URL of the configuration', async () => {
		const config = `export default { dialect: 'mysql', databaseUrl: 'mysql://db/x' };`;
		const { dialect, target } = await configured(config, { env: { DATABASE_URL: 'postgres://db/y' } });
		assert.is(dialect.name, 'postgresql');
		assert.is(target?.label, 'y on db');
	});

	test('takes the dialect from the URL of the configuration', async () => {
		const error = await rejectsCode(
			configured(`export default { databaseUrl: 'mongodb://u:secret@db/x' };`),
			'DATABASE_URL_INVALID',
		);
		assert.match(error.message, /"mongodb"/);
		assert.not.match(error.message, /secret/);
	});

	test('suggests the dialect that was meant', async () => {
		const error = await rejectsCode(configured('export default {};', { dialect: 'postgres' }), 'DIALECT_UNKNOWN');
		assert.is(error.hint, 'did you mean "postgresql"?');
	});

	for (const url of [
		'postgresql://app:s3cr3t@db/chat',
		'postgresql://app:s3cr3t%40x@db/chat?sslrootcert=/nowhere/s3cr3t',
		'mongodb://app:s3cr3t@db/chat',
		's3cr3t',
		'postgresql://app:s3cr3t@db:x/chat',
		'postgresql://app:1/s3cr3t@db/chat',
	]) {
		test(`never prints the password of ${url.replaceAll('s3cr3t', '***')}`, async () => {
			const root = project({
				'gen-sql.config.ts': 'export default {};',
				'revisions/a.ts': `export const revision = 'a1', downRevision = null; export function upgrade(op: { execute(s: string): void }) { op.execute('select 1'); }`,
			});
			for (const argv of [['upgrade', 'head'], ['history', '-v'], ['heads'], ['show', 'head'], ['downgrade', 'base']]) {
				const { stdout, stderr } = await run(root, argv, { DATABASE_URL: url });
				assert.not.match(stdout + stderr, /s3cr3t/, argv.join(' '));
			}
		});
	}

	test('never prints the password of a URL that stands where a dialect belongs', async () => {
		const root = project({ 'gen-sql.config.ts': 'export default {};' });
		const { code, stdout, stderr } = await run(root, ['heads'], { GEN_SQL_DIALECT: 'postgres://app:s3cr3t@db/chat' });
		assert.is(code, 3);
		assert.not.match(stdout + stderr, /s3cr3t/);
	});

	test('waits for a configuration that is a promise, and refuses objects that hold no settings', async () => {
		const promised = project({ 'gen-sql.config.ts': 'export default Promise.resolve({ guard: false });' });
		assert.is((await load(promised)).guard, false);
		const map = project({ 'gen-sql.config.ts': 'export default new Map([["guard", false]]);' });
		await rejectsCode(load(map), 'CONFIG_INVALID');
	});
});
