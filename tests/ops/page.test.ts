import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { type OperationKind, operations } from '../../src/ops/index.ts';
import { golden } from '../support/golden.ts';
import { optionsOf } from '../support/options.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

/** What the documentation comment of a method says. */
interface Documented {
	readonly description: string;
	/** The lines of each tag, in order. */
	readonly tags: readonly (readonly [tag: string, text: string])[];
	/** The declaration, on one line. */
	readonly call: string;
}

const kebab = (kind: OperationKind): string => kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Code that holds backquotes stands between two of them. */
const fenced = (text: string): string => text.replaceAll(/sql`([^`]*)`/g, '`` $& ``');

function documented(kind: OperationKind): Documented {
	const source = readFileSync(join(repository, `src/ops/${kebab(kind)}.ts`), 'utf8');
	const [, comment = '', declaration = ''] =
		/export interface \w+Method \{\n\t\/\*\*\n(.*?)\t \*\/\n(.*?)\n\}/s.exec(source) ?? [];
	const text = comment.replaceAll(/^\t \* ?/gm, '');
	const [description = '', ...tags] = text.split(/^@/m);
	return {
		description: fenced(description.trim()),
		tags: tags.map((tag) => {
			const [, name = '', said = ''] = /^(\w+)(.*)$/s.exec(tag) ?? [];
			return [name, name === 'example' ? said.trim() : fenced(said.trim())];
		}),
		call: declaration
			.trim()
			.replaceAll(/\(\s+/g, '(')
			.replaceAll(/,?\s*\n\s*\)/g, ')')
			.replaceAll(/\s+/g, ' '),
	};
}

const revisionOf = (example: string): string =>
	revisionText('a1', null, example, '', `import { checkConstraint, index, uniqueConstraint } from 'gen-sql';`);

/** The files that examples name. */
const FILES = {
	'revisions/sql/search.sql': '-- words that a search finds\nUPDATE message SET search = to_tsvector(body);\n',
};

const projectOf = (revision: string): string => project({ 'revisions/a.ts': revision, ...FILES });

/** The SQL of an example, as a script holds it. */
async function sqlOf(example: string): Promise<string> {
	const root = projectOf(revisionOf(example));
	const stdout = await printed(root, 'upgrade', 'head', '--no-guard');
	return /^-- Running upgrade [^\n]*\n\n(.*?)\n\nINSERT INTO gen_sql_version/ms.exec(stdout)?.[1] ?? '';
}

/** How the example is undone by `downgrade = 'auto'`. */
async function undoing(example: string): Promise<string> {
	const text = revisionOf(example).replace(/export function downgrade.*/s, "export const downgrade = 'auto';\n");
	const { code, stdout, stderr } = await run(projectOf(text), ['downgrade', 'head:base', '--no-guard']);
	if (code !== 0) {
		const [, why = '', hint = ''] =
			/error\[OPERATION_IRREVERSIBLE\]: \w+ cannot be undone: (.*)\nhint: (.*)/.exec(stderr) ?? [];
		assert.is.not(why, '', stderr);
		return `Not undone by \`downgrade = 'auto'\`: ${why}. To have it undone, ${hint}.`;
	}
	const sql = /^-- Running downgrade [^\n]*\n\n(.*?)\n\nDO \$gen_sql\$/ms.exec(stdout)?.[1] ?? '';
	if (sql === '') return `\`downgrade = 'auto'\` has nothing to undo.`;
	return `Undone by \`downgrade = 'auto'\`:\n\n\`\`\`sql\n${sql}\n\`\`\``;
}

/** `schema ifExists`, `postgresql: { concurrently }` */
function optionsText(kind: OperationKind): string {
	const paths = optionsOf(kind).map((path) => path.split('.'));
	const own = paths.filter(({ length }) => length === 1).join(' ');
	const nested = paths.filter(({ length }) => length > 1).map(([, name]) => name);
	return [own, nested.length > 0 ? `postgresql: { ${nested.join(' ')} }` : '']
		.filter((text) => text !== '')
		.map((text) => `\`${text}\``)
		.join(', ');
}

async function page(kind: OperationKind): Promise<string> {
	const { description, tags, call } = documented(kind);
	const all = (name: string): readonly string[] => tags.filter(([tag]) => tag === name).map(([, text]) => text);
	const [example = ''] = all('example');
	assert.is.not(example, '', `${kind} has no example`);
	const options = optionsText(kind);
	const bullets = [
		...all('param').map((text) => text.replace(/^(\w+) - /, '- `$1`: ')),
		...(options === '' ? [] : [`- Options: ${options}`]),
		...all('returns').map((text) => `- Returns: ${text}`),
		...all('throws').map((text) => text.replace(/^\{\w+\} (\w+)/, '- Fails with `$1`')),
		...all('see').map((text) => `- See <${text}>`),
	];
	return [
		`# ${kind}`,
		description,
		`\`\`\`ts\nop.${call}\n\`\`\``,
		...(bullets.length > 0 ? [bullets.join('\n').replaceAll(/\n(?!- )/g, '\n  ')] : []),
		`\`\`\`ts\n${example}\n\`\`\``,
		`\`\`\`sql\n${await sqlOf(example)}\n\`\`\``,
		await undoing(example),
	].join('\n\n');
}

const INTRODUCTION = `# Operations

Every operation of \`op\`, each on a page of its own with its options, an example and the SQL that PostgreSQL gets. What an
option means is shown by an editor. [revisions.md](../revisions.md#operations) says what a plain string means, and what
else \`op\` has.`;

/** The pages are golden files of the registry: `npm run test:golden` writes them. */
suite('ops/page', (test) => {
	const folder = join(repository, 'docs/ops');

	test('the overview lists every operation', () => {
		const rows = keysOf(operations).map((kind) => `| [\`${kind}\`](${kebab(kind)}.md) | ${operations[kind].summary} |`);
		golden('../../docs/ops/README.md', `${INTRODUCTION}\n\n| Operation | |\n| --- | --- |\n${rows.join('\n')}\n`);
	});

	for (const kind of keysOf(operations)) {
		test(`the page of ${kind} shows the SQL of its example`, async () => {
			golden(`../../docs/ops/${kebab(kind)}.md`, `${await page(kind)}\n`);
		});
	}

	test('no page is left of an operation that has gone', () => {
		const pages = ['README.md', ...keysOf(operations).map((kind) => `${kebab(kind)}.md`)];
		assert.equal(readdirSync(folder).sort(), pages.sort());
	});
});
