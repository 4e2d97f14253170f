import * as assert from 'uvu/assert';
import { github } from '../../src/report/github.ts';
import { shown } from '../../src/report/summary.ts';
import type { Finding } from '../../src/review/finding.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, many, REVIEW, ROOT, reviewOf, SAMPLE } from './sample.ts';
import { anyFileName, anyText } from './texts.ts';

interface Command {
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly text: string;
}

/** What the runner reads of a line: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function parse(line: string): Command {
	const [, name = '', list = '', text = ''] = /^::(\w+) ?(.*?)::(.*)$/.exec(line) ?? [];
	const pairs = list.split(',').map((pair) => {
		const at = pair.indexOf('=');
		return [pair.slice(0, at), unescapedProperty(pair.slice(at + 1))];
	});
	return { name, properties: Object.fromEntries(pairs), text: unescaped(text) };
}

const unescaped = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

const unescapedProperty = (text: string): string =>
	text
		.replaceAll('%0D', '\r')
		.replaceAll('%0A', '\n')
		.replaceAll('%3A', ':')
		.replaceAll('%2C', ',')
		.replaceAll('%25', '%');

const linesOf = (findings: readonly Finding[]): readonly string[] =>
	github(reviewOf(...findings), CONTEXT)
		.trimEnd()
		.split('\n');

const counts = (lines: readonly string[]): object =>
	Object.fromEntries(
		['error', 'warning', 'notice'].map((kind) => [kind, lines.filter((line) => line.startsWith(`::${kind} `)).length]),
	);

suite('report/github', (test) => {
	test('annotates as much of each kind as GitHub shows', () => {
		assert.equal(counts(linesOf([...many('info', 10), ...many('warning', 10), ...many('error', 10)])), {
			error: 10,
			warning: 10,
			notice: 10,
		});
	});

	test('says in a notice that there is more, and logs the rest', () => {
		const lines = linesOf([...many('info', 10), ...many('warning', 11), ...many('error', 12)]);
		assert.equal(counts(lines), { error: 10, warning: 10, notice: 10 });
		assert.ok(lines.includes('::notice title=gen-sql review::4 more findings in the log of this step'));
		assert.equal(lines.slice(lines.indexOf('::group::Findings without an annotation') + 1), [
			'error: all.sql:11:1: drop-column: drops column "c10" of "user"',
			'error: all.sql:12:1: drop-column: drops column "c11" of "user"',
			'warning: all.sql:11:1: drop-column: drops column "c10" of "user"',
			'info: all.sql:10:1: drop-column: drops column "c9" of "user"',
			'::endgroup::',
		]);
	});

	test('annotates the most severe first', () => {
		const lines = linesOf([...many('info', 1), ...many('warning', 1), ...many('error', 1)]);
		assert.equal(
			lines.map((line) => parse(line).name),
			['error', 'warning', 'notice'],
		);
	});

	test('places the annotation at the call in TypeScript, else at the lines of the SQL', () => {
		const lines = github(REVIEW, CONTEXT).split('\n');
		const at = lines.filter((line) => line !== '').map((line) => parse(line).properties);
		assert.equal(at, [
			{ file: 'revisions/1975ea83b712_create_users.ts', line: '21', col: '5', title: 'create-index-blocking' },
			{ title: 'syntax-error' },
			{ title: 'syntax-error' },
			{ file: 'legacy sql/100% größe, 2:1 | `old`.sql', line: '3', endLine: '5', title: 'drop-column' },
			{ file: 'revisions/1975ea83b712_create_users.ts', line: '21', col: '5', title: 'missing-lock-timeout' },
		]);
	});

	test('gives any text to the runner as it is shown, and no line that it would take for a command', () => {
		fc.assert(
			fc.property(anyText, anyFileName, (message, name) => {
				const sql = { file: `${ROOT}/${name}`, line: 1, column: 1, endLine: 1 };
				const finding = { ...SAMPLE, message, sql };
				const [line = ''] = linesOf([finding]);
				assert.ok(parse(line).text.startsWith(shown(message)));
				assert.is(parse(line).properties['file'], shown(name));
				const rest = linesOf(Array.from({ length: 11 }, () => ({ ...finding }))).slice(12, -1);
				assert.is(rest.length, 1);
				assert.not.match(rest.join(''), /^\s*::|##\[/);
			}),
		);
	});
});
