import * as assert from 'uvu/assert';
import { environmentExample } from '../../src/cli/commands/init.ts';
import { ENVIRONMENT, readEnvironment } from '../../src/config/env.ts';
import { project } from '../support/project.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('config/env', (test) => {
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
