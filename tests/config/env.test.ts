import { readdirSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { main } from '../../src/cli/main.ts';
import { ENVIRONMENT, readEnvironment } from '../../src/config/env.ts';
import { environmentExample } from '../../src/config/project-templates.ts';
import { keysOf } from '../../src/core/keys.ts';
import { fakeIo } from '../support/io.ts';
import { project, revisionText } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

/** A value of each variable that is to change what a project gives. */
const values: Readonly<Record<keyof typeof ENVIRONMENT, string>> = {
	DATABASE_URL: 'postgres://db/chat',
	GEN_SQL_CACHE: 'cache',
	GEN_SQL_CONFIG: 'other.ts',
	GEN_SQL_DIALECT: 'db2',
	NO_COLOR: '1',
};

/** All that a run shows: what it prints, how it paints an error, which files it leaves. */
async function observed(env: Readonly<Record<string, string>>): Promise<object> {
	const root = project({
		'gen-sql.config.ts': 'export default {};',
		'other.ts': `export default { versionTable: 'other' };`,
		'revisions/a.ts': revisionText('a1', null, `op.execute('select 1')`),
	});
	const io = fakeIo(root, env);
	const codes = [await main(['upgrade', 'head'], io)];
	codes.push(
		await main(['nonsense'], { ...io, err: (text) => io.err(text), paint: { error: () => 'RED', hint: String } }),
	);
	return { codes, stdout: io.stdout, stderr: io.stderr, files: readdirSync(root) };
}

suite('config/env', (test) => {
	for (const name of keysOf(ENVIRONMENT)) {
		test(`hears ${name}`, async () => {
			const [without, set] = [await observed({}), await observed({ [name]: values[name] })];
			assert.not.equal(set, without);
		});
	}

	test('.env.example names every variable with its meaning', () => {
		for (const [name, about] of Object.entries(ENVIRONMENT)) {
			assert.match(environmentExample(), `# ${about}\n# ${name}=\n`);
		}
	});

	test('.env.example sets nothing', () => {
		assert.equal(readEnvironment([project({ '.env': environmentExample() })], {}), {});
	});

	test('reads the process and .env, the process first', () => {
		const root = project({
			'.env': [
				'# comment',
				'GEN_SQL_DIALECT = "from file"',
				"export DATABASE_URL='postgres://db/x#y'",
				'GEN_SQL_CACHE=off # why',
				'OTHER=1',
			].join('\r\n'),
		});
		assert.equal(readEnvironment([root], { GEN_SQL_CACHE: 'here', OTHER: '2' }), {
			DATABASE_URL: 'postgres://db/x#y',
			GEN_SQL_CACHE: 'here',
			GEN_SQL_DIALECT: 'from file',
		});
	});

	test('counts an empty variable as not set', () => {
		const root = project({ '.env': 'GEN_SQL_DIALECT=\nGEN_SQL_CONFIG=a.ts\nDATABASE_URL=""\n' });
		assert.equal(readEnvironment([root], { GEN_SQL_DIALECT: '', GEN_SQL_CONFIG: '', NO_COLOR: '' }), {
			GEN_SQL_CONFIG: 'a.ts',
		});
	});

	test('reads several .env, the first that sets a variable first', () => {
		const first = project({ '.env': 'GEN_SQL_DIALECT=first\nGEN_SQL_CACHE=\n' });
		const second = project({ '.env': 'GEN_SQL_DIALECT=second\nGEN_SQL_CACHE=second\nNO_COLOR=second\n' });
		assert.equal(readEnvironment([first, project({}), second], { NO_COLOR: '1' }), {
			GEN_SQL_CACHE: 'second',
			GEN_SQL_DIALECT: 'first',
			NO_COLOR: '1',
		});
	});

	test('is content without a .env', () => {
		assert.equal(readEnvironment([project({})], { NO_COLOR: '1' }), { NO_COLOR: '1' });
	});

	test('says so when there is a .env that cannot be read', () => {
		const error = throwsCode(() => readEnvironment([project({ '.env/inside': '' })], {}), 'FILE_UNREADABLE');
		assert.match(error.message, /\.env: it is a folder/);
	});
});
