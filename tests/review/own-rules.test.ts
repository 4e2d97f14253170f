import * as assert from 'uvu/assert';
import { printed, project, run } from '../support/project.ts';
import { suite } from '../support/suite.ts';

/** A project with a rule, the body of which is given. */
const withRule = (rule: string, more = ''): string =>
	project({
		'gen-sql.config.ts': `export default { review: { ownRules: { 'acme/no-money': {\n\t${rule}\n} }, ${more} } };\n`,
		'a.sql': "SET lock_timeout = '2s';\nALTER TABLE a ADD COLUMN b money;\n",
	});

const TEXTS = "severity: 'warning', group: 'design', about: 'A column of type money.', why: 'It rounds.',";

const RULE = `${TEXTS} options: { most: 0 }, statements: {
	AlterTableStmt: ({ relation }, { text }, { most }) =>
		most === 0 && /money/.test(text) ? [{ object: relation.relname, message: 'money is added' }] : [],
},`;

const review = (root: string, ...argv: readonly string[]) => run(root, ['review', 'a.sql', ...argv]);

suite('review/own-rules', (test) => {
	test('finds what a rule of the project finds, with settings and waivers as for any other', async () => {
		const root = withRule(RULE);
		const { stdout, stderr } = await review(root);
		assert.match(stdout, /warning\[acme\/no-money\] money is added\n {4}at a\.sql:2:1/, stderr);
		assert.is((await review(root, '--fail-on', 'warning')).code, 1);
		assert.match((await review(root, '--preset', 'strict')).stdout, 'error[acme/no-money]');
		assert.match((await review(root, '--rule', 'acme/no-money=info')).stdout, 'info[acme/no-money]');
		assert.not.match((await review(root, '--rule', 'acme/no-money=off')).stdout, 'no-money');
		assert.not.match((await review(root, '--rule', 'acme/no-money.most=1')).stdout, 'no-money');
		const set = withRule(RULE, "rules: { 'acme/no-money': { severity: 'error' } }");
		assert.match((await review(set)).stdout, 'error[acme/no-money]');
		const sarif = JSON.parse((await review(root, '--format', 'sarif')).stdout) as {
			readonly runs: readonly {
				readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
			}[];
		};
		assert.equal(
			sarif.runs[0]?.tool.driver.rules.map(({ id }) => id).filter((id) => id.includes('/')),
			['acme/no-money'],
		);
		const allowed = project({
			'a.sql': '-- gen-sql: allow acme/no-money because old\nALTER TABLE a ADD COLUMN b money;',
			'gen-sql.config.ts': `export default { review: { ownRules: { 'acme/no-money': { ${RULE} } } } };`,
		});
		assert.match((await review(allowed)).stdout, /Allowed\n\n {2}warning\[acme\/no-money\] at a\.sql:2:1/);
	});

	test('prints the page of a rule of the project', async () => {
		const page = await printed(
			withRule(`${RULE} sources: ['https://acme.example/money'],`),
			'review',
			'--explain',
			'acme/no-money',
		);
		assert.is(
			page,
			'# acme/no-money\n\n*warning* · Types and design\n\nA column of type money.\n\n**Why.** It rounds.\n\nOptions: `most` (0).\n\nSee <https://acme.example/money>\n',
		);
		assert.is((await run(withRule(RULE), ['review', '--explain', 'acme/no-mony'])).code, 2);
	});

	for (const [rule, message, line, column] of [
		[
			"severity: 'loud',",
			'severity of the rule "acme/no-money" must be one of error, warning, info, off, got "loud"',
			2,
			2,
		],
		[
			"group: 'money',",
			'group of the rule "acme/no-money" must be one of data, clients, transactions, locks, rows, design, text, got "money"',
			2,
			2,
		],
		['about: 5,', 'about of the rule "acme/no-money" must be a text, got 5', 2, 2],
		[TEXTS, 'the rule "acme/no-money" looks at nothing', 1, 40],
		["severity: 'error', group: 'design', about: 'a',", 'the rule "acme/no-money" has no why', 1, 40],
		[`${TEXTS} statments: {},`, 'the rule "acme/no-money" has no key "statments"', 2, 93],
		[
			`${TEXTS} statements: { DropStmt: 5 },`,
			'statements of the rule "acme/no-money" must be an object of functions, got an object',
			2,
			93,
		],
		[`${TEXTS} every: 'x',`, 'every of the rule "acme/no-money" must be a function, got "x"', 2, 93],
		[
			`${TEXTS} options: { a: [] },`,
			'options of the rule "acme/no-money" must be an object of numbers, texts, true and false, got an object',
			2,
			93,
		],
	] as const) {
		test(`refuses ${rule.replace(TEXTS, '…')} where it stands`, async () => {
			const { code, stderr } = await review(withRule(rule));
			assert.is(code, 3);
			assert.match(stderr, `gen-sql.config.ts:${line}:${column}: error[CONFIG_INVALID]: ${message}\n`);
		});
	}

	for (const [body, message] of [
		[
			'{ throw new TypeError("no\\nname"); }',
			/gen-sql\.config\.ts:2:\d+: error\[RULE_THREW\]: the rule "acme\/no-money" threw TypeError: no\n/,
		],
		['{ throw "x"; }', /error\[RULE_THREW\]: the rule "acme\/no-money" threw x\n/],
		['Promise.resolve([])', /must return an array of problems, got an object\n/],
		['[{ message: "x" }]', /must return problems \{ .* \}, got \{"message":"x"\}\n/],
		['[{ object: "x", message: "x", severity: "fatal" }]', /must return problems \{ .* \}, got \{.*"fatal"\}\n/],
		['[{ object: "x", message: "x", instead: 5 }]', /must return problems \{ .* \}, got \{.*5\}\n/],
		['[{ object: "x", message: "x", location: "here" }]', /must return problems \{ .* \}, got \{.*"here"\}\n/],
		['["x"]', /must return problems \{ .* \}, got "x"\n/],
	] as const) {
		test(`tells of a rule that does ${body}`, async () => {
			const { code, stderr } = await review(withRule(`${TEXTS} every: () => ${body},`));
			assert.is(code, 3);
			assert.match(stderr, message);
			assert.match(stderr, "hint: it was asked about: SET lock_timeout = '2s'");
			assert.not.match(stderr, /^ +at /m);
		});
	}
});
