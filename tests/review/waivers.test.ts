import { writeFileSync } from 'node:fs';
import * as assert from 'uvu/assert';
import { oneLine } from '../../src/core/text.ts';
import { waiverText } from '../../src/core/waiver.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { commentsOf } from '../../src/review/waivers/comments.ts';
import { printed, project, revisionText, run } from '../support/project.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { reviewed } from './reviewing.ts';

const PATIENT = "SET lock_timeout = '2s';\n";

/** `drop-table: because`, and the problems of comments. */
function read(text: string, settings?: Parameters<typeof reviewed>[1]) {
	const { found, waived } = reviewed(text, settings);
	return {
		found: found.filter(({ rule }) => rule !== 'unused-suppression').map(({ rule, line }) => `${rule}:${line}`),
		allowed: waived.map(({ rule, line, reason }) => `${rule}:${line} ${reason}`),
		told: found.filter(({ rule }) => rule === 'unused-suppression').map(({ message }) => message),
	};
}

const ALLOW = '-- gen-sql: allow drop-table because old';

interface Found {
	readonly rule: string;
	readonly message: string;
	readonly reason?: string;
	readonly source?: { readonly line: number };
}

/** What a review prints as JSON. */
async function json(root: string, ...argv: readonly string[]) {
	const { stdout, stderr, code } = await run(root, ['review', ...argv, '--format', 'json']);
	assert.ok(stdout !== '', stderr);
	return {
		code,
		...(JSON.parse(stdout) as { readonly findings: readonly Found[]; readonly waived: readonly Found[] }),
	};
}

suite('review/waivers', (test) => {
	for (const [where, text, lines] of [
		['in front of a statement', `SELECT 1;\n${ALLOW}\nDROP TABLE a;\nDROP TABLE b;`, [3]],
		['in front of it, with an empty line', `SELECT 1;\n${ALLOW}\n\nDROP TABLE a;\nDROP TABLE b;`, [4]],
		['among other comments', `-- a\n${ALLOW}\n-- b\nDROP TABLE a;\nDROP TABLE b;`, [4]],
		['behind it on its line', `DROP TABLE a; ${ALLOW}\nDROP TABLE b;`, [1]],
		['between two on one line', 'DROP TABLE a; /* gen-sql: allow drop-table because old */ DROP TABLE b;', [1]],
		['inside it', `DROP\n${ALLOW}\nTABLE a;\nDROP TABLE b;`, [1]],
		['at the head, for the file', `-- a\n${ALLOW}\n-- b\n\nDROP TABLE a;\nDROP TABLE b;`, [5, 6]],
		['below a head that says other things', `-- a\n\n${ALLOW}\nDROP TABLE a;\nDROP TABLE b;`, [4]],
		['with CRLF and a byte order mark', `\ufeff${ALLOW}\r\n\r\nDROP TABLE a;\r\nDROP TABLE b;`, [3, 4]],
		['behind a command of psql', `\\set a 1\n${ALLOW}\nDROP TABLE a;\nDROP TABLE b;`, [3]],
	] as const) {
		test(`allows ${where}`, () => {
			const { allowed, told, found } = read(text);
			assert.equal(
				allowed.filter((each) => each.startsWith('drop-table')),
				lines.map((line) => `drop-table:${line} old`),
			);
			assert.equal(told, []);
			assert.is(found.filter((each) => each.startsWith('drop-table')).length, 2 - lines.length);
		});
	}

	test('takes several rules, block comments and words of any case', () => {
		const text = `${PATIENT}/* GEN-SQL:\n  Allow drop-index-blocking,drop-index-performance\n  because it is\n  small */\nDROP INDEX i;`;
		assert.equal(read(text), {
			found: [],
			allowed: ['drop-index-performance:6 it is small', 'drop-index-blocking:6 it is small'],
			told: [],
		});
	});

	for (const [comment, message] of [
		['gen-sql: allow drop-tabel because old', 'there is no rule "drop-tabel" to allow; did you mean "drop-table"?'],
		['gen-sql: allow all because old', 'there is no rule "all" to allow'],
		['gen-sql: allow drop-table', '"drop-table" is allowed without a reason, and so it is not'],
		['gen-sql: allow drop-table because', '"drop-table" is allowed without a reason, and so it is not'],
		['gen-sql: allow because old', 'the comment allows nothing: write "gen-sql: allow rule because reason"'],
		['gen-sql: ignore drop-table', 'the comment allows nothing: write "gen-sql: allow rule because reason"'],
		['gen-sql allow drop-table because old', 'the comment allows nothing: write "gen-sql: allow rule because reason"'],
		['gen-sql: allow drop-column because old', '"drop-column" is allowed here, and finds nothing'],
		['gen-sql: allow unused-suppression because old', '"unused-suppression" cannot be allowed in a comment'],
		['squawk-ignore', 'the comment names no rule'],
		['squawk-ignore ban-drop-tabel', 'squawk has no rule "ban-drop-tabel"; did you mean "ban-drop-table"?'],
		['squawk-ignore-file ban-drop-tabel', 'squawk has no rule "ban-drop-tabel"; did you mean "ban-drop-table"?'],
	] as const) {
		test(`allows nothing by "${comment}"`, () => {
			assert.equal(read(`-- ${comment}\nDROP TABLE a;`), {
				found: ['drop-table:2', 'missing-lock-timeout:2'],
				allowed: [],
				told: [message],
			});
		});
	}

	test('takes no other comment that names gen-sql for one', () => {
		assert.equal(read('-- gen-sql allows this\n-- see gen-sql allow x\n-- gen-sql upgrade head\nSELECT 1;').told, []);
	});

	test('does not allow a statement that cannot be parsed', () => {
		const { found, told } = read('-- gen-sql: allow syntax-error because old\nSELEC 1;');
		assert.equal(found, ['syntax-error:2']);
		assert.equal(told, ['"syntax-error" cannot be allowed in a comment']);
		assert.equal(read('-- squawk-ignore-file\n\nSELEC 1;').found, ['syntax-error:3']);
	});

	test('says nothing of a comment whose rule is off', () => {
		const off = { rules: { 'drop-column': { severity: 'off' } } } as const;
		assert.equal(read('-- gen-sql: allow drop-column because old\nSELECT 1;', off).told, []);
		assert.equal(read('-- gen-sql: allow drop-tabel because old\nSELECT 1;', off).told.length, 1);
		const quiet = { rules: { 'unused-suppression': { severity: 'off' } } } as const;
		assert.equal(read('-- gen-sql: allow drop-tabel because old\nSELECT 1;', quiet).told, []);
	});

	test('takes comments that say the same for one', () => {
		const [one, other] = ['drop-table', 'drop-column'].map((rule) => `-- gen-sql: allow ${rule} because old`);
		assert.equal(read(`${one}\nSELECT 1;\n${one}\nDROP TABLE a;\n${other}\nSELECT 2;\n${other}\nSELECT 3;`).told, [
			'"drop-column" is allowed here, and finds nothing',
		]);
	});

	test('says nothing of comments about statements that were there before', () => {
		const told = (text: string, before: string): readonly string[] =>
			reviewed(text, {}, '', { text: before })
				.found.filter(({ rule }) => rule === 'unused-suppression')
				.map(({ message }) => message);
		const [allow, bad] = [ALLOW, '-- gen-sql: allow drop-tabel because old'];
		assert.equal(told(`${allow}\nDROP TABLE a;\nSELECT 1;`, 'DROP TABLE a;'), []);
		assert.equal(told(`${allow}\n\nDROP TABLE a;\nSELECT 1;`, 'DROP TABLE a;'), []);
		assert.equal(told(`${bad}\nDROP TABLE a;\nSELECT 1;`, 'DROP TABLE a;'), []);
		assert.equal(told(`DROP TABLE a;\n${allow}\nSELECT 1;`, 'DROP TABLE a;').length, 1);
		assert.equal(told(`DROP TABLE a;\n${bad}\nSELECT 1;`, 'DROP TABLE a;').length, 1);
	});

	test('allows what is found in a DO block', () => {
		const text = `-- gen-sql: allow drop-table because old\nDO $$BEGIN DROP TABLE a; END$$;`;
		assert.ok(read(text).allowed.includes('drop-table:2 old'));
		assert.not.ok(read(text).found.some((each) => each.startsWith('drop-table')));
	});

	test('still tells behind a statement that is allowed what is told once', () => {
		const text =
			'-- gen-sql: allow missing-lock-timeout because idle\nALTER TABLE a ADD b int4range;\nALTER TABLE a ADD c text;';
		assert.equal(read(text).found, ['missing-lock-timeout:3']);
	});

	test('understands the comments of squawk', () => {
		const { found, allowed, told } = read(
			[
				PATIENT.trim(),
				'-- squawk-ignore ban-drop-column, adding-required-field -- nobody reads it',
				'ALTER TABLE a DROP COLUMN b;',
				'ALTER TABLE a',
				'  -- squawk-ignore ban-drop-column',
				'  DROP COLUMN c;',
				'DROP TABLE a; -- squawk-ignore ban-drop-table',
				'/* squawk-ignore prefer-robust-stmts */',
				'SELECT 1;',
				'DROP TABLE b;',
			].join('\n'),
		);
		assert.equal(found, ['drop-table:10']);
		assert.equal(allowed, [
			'drop-column:3 nobody reads it',
			'drop-column:4 no reason is given',
			'drop-table:7 no reason is given',
		]);
		assert.equal(told, []);
		assert.equal(read('DROP TABLE a;\n-- squawk-ignore-file ban-drop-table -- old\nDROP TABLE b;').allowed, [
			'drop-table:1 old',
			'drop-table:3 old',
		]);
		assert.equal(read('-- squawk-ignore-file\nDROP TABLE a;').found, []);
	});

	test('reads no data of COPY for a comment', () => {
		const text = `COPY a FROM STDIN;\n${ALLOW}\n\\.\nDROP TABLE a;`;
		assert.equal(read(text).allowed, []);
	});

	test('never fails, whatever the text is', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				ALLOW,
				'\n',
				';',
				'/*',
				'*/',
				"'",
				'"',
				'$$',
				'\\',
				'\\copy a from stdin\n',
				'-- squawk-ignore',
				' because ',
				'gen-sql: allow',
				' a, b -- ',
				'DROP TABLE a',
			),
			fc.string({ unit: 'binary' }),
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join('');
				const { reading } = postgresql;
				for (const { raw, start } of commentsOf(text, reading)) assert.is(text.slice(start, start + raw.length), raw);
				reviewed(text);
			}),
		);
	});

	test('reads any reason back from a script', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (one, other) => {
				for (const reason of [one, other, `${one}\n${other}`].filter((each) => oneLine(each.toWellFormed()) !== '')) {
					const line = waiverText({ rule: 'drop-table', reason: reason.toWellFormed() });
					assert.equal(read(`SELECT 1;\n-- ${line}\nDROP TABLE a;\n`).allowed, [
						`drop-table:3 ${oneLine(reason.toWellFormed())}`,
					]);
				}
			}),
			{ numRuns: 100 },
		);
	});

	test('says the same of a range, its versioned files and the script that is handed over', async () => {
		const up =
			"op.execute('SET lock_timeout = 2000'); op.dropTable('a', { waive: [{ rule: 'drop-table', reason: 'moved' }, { rule: 'truncate', reason: 'none' }] });\nop.waive('drop-column', 'old', () => { op.dropColumn('b', 'c'); op.execute('SELECT 1'); });";
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'revisions/a.ts': revisionText('aa', null, up) });
		const range = await json(root, 'head');
		await printed(root, 'build');
		await printed(root, 'upgrade', 'head', '--output', 'deploy.sql');
		const allowed = ['drop-table moved', 'drop-column old'];
		for (const { code, findings, waived } of [range, await json(root, 'out'), await json(root, 'deploy.sql')]) {
			assert.equal(
				waived.map(({ rule, reason }) => `${rule} ${reason}`),
				allowed,
			);
			const told = findings.filter(({ rule }) => rule === 'unused-suppression');
			assert.equal(
				told.map(({ message }) => message),
				['"truncate" is allowed here, and finds nothing'],
			);
			assert.is(code, 0);
		}
		assert.is(range.findings.find(({ rule }) => rule === 'unused-suppression')?.source?.line, 6);
	});

	test('leaves the meaning of scripts as it is', async () => {
		const before = revisionText('aa', null, "op.dropColumn('b', 'c');");
		const after = before.replace("'c')", "'c', { waive: [{ rule: 'drop-column', reason: 'old' }] })");
		assert.not.equal(after, before);
		const [root, other] = [before, after].map((text) =>
			project({ 'gen-sql.config.ts': 'export default {};', 'revisions/a.ts': text }),
		);
		const scripts = [];
		for (const each of [root, other]) scripts.push(await printed(each ?? '', 'upgrade', 'head'));
		const compared = project({ 'a.sql': scripts[0] ?? '', 'b.sql': scripts[1] ?? '' });
		const { code, stdout } = await run(compared, ['diff', 'a.sql', 'b.sql']);
		assert.is(code, 0, stdout);
	});

	test('leaves released revisions untouched', async () => {
		const text = revisionText('aa', null, "op.dropColumn('b', 'c');", "op.execute('SELECT 1');");
		const root = project({ 'gen-sql.config.ts': 'export default {};', 'revisions/a.ts': text });
		await printed(root, 'build');
		await printed(root, 'release', 'one');
		writeFileSync(
			`${root}/revisions/a.ts`,
			text.replace("'c')", "'c', { waive: [{ rule: 'drop-column', reason: 'old' }] })"),
		);
		await printed(root, 'build');
		const { code, stderr, stdout } = await run(root, ['check']);
		assert.is(code, 0, stdout + stderr);
	});
});
