import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { suite } from './support/suite.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Layers from the inside out. A file may import from its own layer and the ones before it. */
const layers = [
	'core',
	'sql',
	'schema',
	'ops',
	'record',
	'modules',
	'git',
	'state',
	'dialects',
	'script',
	'config',
	'revisions',
	'diff',
	'build',
	'releases',
	'review',
	'report',
	'check',
	'api',
	'cli',
];

/** Each dependency is known to one file, so that it can be replaced, or loaded late, in one place. */
const owners: Readonly<Record<string, string>> = {
	diff: 'diff/differ.ts',
	'fastest-levenshtein': 'core/suggest.ts',
	handlebars: 'script/template.ts',
	'import-meta-resolve': 'modules/resolve.ts',
	'js-tokens': 'modules/tokens.ts',
	kleur: 'bin.ts',
	'libpg-query': 'sql/parse-postgresql.ts',
	'node-sql-parser': 'sql/parse.ts',
	'oxc-transform': 'modules/transform.ts',
	'pg-connection-string': 'config/target.ts',
	sade: 'cli/parse.ts',
};

/** Packages of types alone, which nothing loads. */
const ownersOfTypes: Readonly<Record<string, string>> = { sarif: 'report/sarif.ts' };

/** `handlebars/dist/handlebars.js` belongs to the package `handlebars`. */
const packageOf = (target: string): string => target.split('/')[0] ?? '';

const MAX_LINES = 300;

suite('architecture', (test) => {
	const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

	for (const file of files.map((name) => name.replaceAll('\\', '/'))) {
		const source = readFileSync(join(src, file), 'utf8');
		const text = source.replaceAll(/\/\*[\s\S]*?\*\//g, '');
		const imports = [...text.matchAll(/(?:from\s|import\s|import\(|require\()\s*'([^']+)'/g)].map(
			([, target = '']) => target,
		);

		test(`${file} has at most ${MAX_LINES} lines`, () => {
			assert.ok(source.split('\n').length - 1 <= MAX_LINES);
		});

		test(`${file} imports inward only`, () => {
			const own = layers.indexOf(layerOf(file));
			if (own === -1) return assert.not.match(file, '/', `${file} is in no layer`);
			for (const target of imports.filter((name) => name.startsWith('.'))) {
				const layer = layerOf(relative(src, resolve(src, dirname(file), target)));
				const isSelf = file === 'modules/runner.ts' && target === '../index.ts';
				assert.ok(isSelf || layers.indexOf(layer) <= own, `${file} (${layers[own]}) must not import from ${layer}`);
			}
		});

		test(`${file} uses only the dependencies it owns`, () => {
			const foreign = imports.filter(
				(name) =>
					!/^(\.|node:|gen-sql$)/.test(name) &&
					owners[packageOf(name)] !== file &&
					ownersOfTypes[packageOf(name)] !== file,
			);
			assert.equal(foreign, []);
		});

		test(`${file} loads dependencies where they are used, since each costs start-up time`, () => {
			const early = [...text.matchAll(/^(?:import (?!type)[^;]*from|import) '([^']+)'/gm)].map(
				([, target = '']) => target,
			);
			assert.equal(
				early.filter((name) => Object.hasOwn(owners, packageOf(name))),
				[],
			);
		});

		if (file !== 'bin.ts') {
			test(`${file} leaves the process alone`, () => {
				assert.not.match(text, /\bprocess\.(?:exit|env|argv|cwd|std)/);
				// git needs the environment without what its hooks set.
				if (file !== 'git/run-git.ts') assert.not.ok(imports.includes('node:process'));
			});
		}
	}

	test('every dependency has an owner', () => {
		const manifest = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8')) as {
			readonly dependencies: object;
		};
		assert.equal(Object.keys(manifest.dependencies), Object.keys(owners).sort());
	});
});

const layerOf = (path: string): string => path.split(/[\\/]/)[0] ?? '';
