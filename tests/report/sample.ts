import type { RelationFacts } from '../../src/dialects/facts.ts';
import { blocksOf, type LockMode } from '../../src/dialects/postgresql/facts/lock-modes.ts';
import { relationLocks } from '../../src/dialects/postgresql/facts/relation-locks.ts';
import type { ReportContext } from '../../src/report/format.ts';
import type { Finding, Review, Reviewed, ReviewedStatement, Severity } from '../../src/review/finding.ts';

export const ROOT = '/home/ada/shop';

/** Lines of a module, the last one wider than a page. */
const MODULE = [
	...Array.from({ length: 20 }, () => ''),
	"\t  op.createIndex('ix_user_email', 'user', ['email'], { unique: true, postgresql: { nullsNotDistinct: true } });\r",
].join('\n');

/** The context of every test that needs no other. */
export const CONTEXT: ReportContext = {
	root: ROOT,
	moduleText: (file) => (file.endsWith('.ts') ? MODULE : undefined),
	failOn: 'error',
	version: '0.1.0',
	rules: [
		{
			id: 'create-index-blocking',
			severity: 'error',
			about: 'CREATE INDEX without CONCURRENTLY',
			why: 'Writes to the table wait until the index is built.',
			sources: ['https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'],
		},
		{
			id: 'drop-column',
			severity: 'warning',
			about: 'DROP COLUMN',
			why: 'The data is lost, and clients that still read the column fail.',
			sources: [
				'https://www.postgresql.org/docs/current/sql-altertable.html',
				'https://www.postgresql.org/docs/current/ddl-depend.html',
			],
		},
		{
			id: 'prefer-text',
			severity: 'off',
			about: 'a column of type varchar(n)',
			why: 'A longer limit is a change of the schema.',
			sources: [],
		},
		{
			id: 'missing-lock-timeout',
			severity: 'info',
			about: 'a lock that is waited for without a limit',
			why: 'All later queries on the table queue behind a statement that waits for its lock.',
			sources: ['https://www.postgresql.org/docs/current/runtime-config-client.html'],
		},
	],
};

const up = `${ROOT}/out/main/postgresql/1975ea83b712_create_users.up.sql`;
const module = `${ROOT}/revisions/1975ea83b712_create_users.ts`;
const legacy = `${ROOT}/legacy sql/100% größe, 2:1 | \`old\`.sql`;

/** A script of which nothing is known but what it is. */
export const script = (parts: Pick<Reviewed, 'file' | 'statements'> & Partial<Reviewed>): Reviewed => ({
	locks: [],
	...parts,
	relations: relationLocks((parts.locks ?? []).map(({ relations }) => relations)),
});

/** A relation with its lock. */
export const relation = (parts: Pick<RelationFacts, 'name' | 'lock'> & Partial<RelationFacts>): RelationFacts => ({
	kind: 'table',
	isTable: true,
	blocks: blocksOf(parts.lock as LockMode),
	rewrite: false,
	scan: false,
	indexBuild: false,
	isNew: false,
	reasons: [],
	...parts,
});

/** A statement of a revision. */
export const statement = (
	kind: string,
	text: string,
	line: number,
	...relations: readonly RelationFacts[]
): ReviewedStatement => ({
	line,
	column: 1,
	statement: text,
	kind,
	source: { file: module, line: line - 6, column: 5 },
	transaction: 1,
	transactional: true,
	relations,
});

/** Findings of every severity, and names that mean something in each format. */
export const REVIEW: Review = {
	findings: [
		{
			rule: 'create-index-blocking',
			severity: 'error',
			message: 'CREATE INDEX "ix_user_email" blocks writes to "user" while it is built',
			why: 'Writes to the table wait until the index is built.',
			instead: 'CREATE INDEX CONCURRENTLY ix_user_email ON "user" (email);',
			sql: { file: up, line: 27, column: 1, endLine: 27 },
			statement: 'CREATE INDEX ix_user_email ON "user" (email);',
			source: { file: module, line: 21, column: 5 },
			revision: '1975ea83b712',
			fingerprint: '0f6a9c0e8c3fbb6a6ee45d2f1f1b7f5b6c5f4b3a2918273645546372819aabbc',
		},
		{
			rule: 'missing-lock-timeout',
			severity: 'info',
			message: 'CREATE INDEX "ix_user_email" waits for its lock on "user" without a limit',
			why: 'All later queries on the table queue behind a statement that waits for its lock.',
			instead: "SET lock_timeout = '2s';",
			sql: { file: up, line: 27, column: 1, endLine: 27 },
			statement: 'CREATE INDEX ix_user_email ON "user" (email);',
			source: { file: module, line: 21, column: 5 },
			revision: '1975ea83b712',
			fingerprint: '51c2b9a07d1e4f3388aa1c5d0e9f7b6a4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f',
		},
		{
			rule: 'drop-column',
			severity: 'warning',
			message: 'drops column "<b>@ada</b> & `x|y` #1" of "größe"',
			why: 'The data is lost, and clients that still read the column fail.',
			sql: { file: legacy, line: 3, column: 1, endLine: 5 },
			statement: 'ALTER TABLE "größe"\n    -- ]]> ```sql\n    DROP COLUMN "<b>@ada</b> & `x|y` #1";',
			fingerprint: 'a4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3',
		},
		{
			rule: 'syntax-error',
			severity: 'error',
			message: 'syntax error at or near "SELEC\u001b[2J\u202e"',
			why: 'What cannot be parsed cannot be reviewed, and fails on the server',
			sql: { file: '-', line: 1, column: 1, endLine: 1 },
			statement: 'SELEC\u001b[2J\u202e 1',
			fingerprint: '7c6b5a49382716050f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978',
		},
		{
			rule: 'syntax-error',
			severity: 'error',
			message: 'syntax error at or near "SELEC\u001b[2J\u202e"',
			why: 'What cannot be parsed cannot be reviewed, and fails on the server',
			sql: { file: '-', line: 2, column: 1, endLine: 2 },
			statement: 'SELEC\u001b[2J\u202e 1',
			fingerprint: '7c6b5a49382716050f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978',
		},
	],
	reviewed: [
		script({
			file: up,
			revision: '1975ea83b712',
			title: 'create users, and say <i>who</i> may @read them',
			statements: 9,
			isReversible: true,
			locks: [
				statement(
					'ALTER TABLE',
					'ALTER TABLE "user" ADD COLUMN seen timestamptz',
					25,
					relation({ name: 'public.user', lock: 'ACCESS EXCLUSIVE' }),
				),
				statement(
					'CREATE INDEX',
					'CREATE INDEX ix_user_email ON "user" (email)',
					27,
					relation({ name: 'public.user', lock: 'SHARE', indexBuild: true, reasons: ['the index is built'] }),
				),
				statement('CREATE TABLE', 'CREATE TABLE role (id int)', 29),
			],
		}),
		script({
			file: `${ROOT}/out/main/postgresql/3d7e58a90c16_create_roles.up.sql`,
			revision: '3d7e58a90c16',
			title: 'create roles',
			statements: 5,
			isReversible: false,
			locks: [statement('CREATE ROLE', 'CREATE ROLE reader', 21)],
		}),
		script({
			file: legacy,
			statements: 2,
			locks: [
				{
					line: 3,
					column: 1,
					statement: 'ALTER TABLE "größe"\n    -- ]]> ```sql\n    DROP COLUMN "<b>@ada</b> & `x|y` #1"',
					kind: 'ALTER TABLE',
					transaction: undefined,
					transactional: true,
					relations: [
						relation({
							name: 'public.<b>@ada</b>|`x`\nü',
							lock: 'ACCESS EXCLUSIVE',
							rewrite: true,
							reasons: ['@ada|`'],
						}),
					],
				},
			],
		}),
		script({ file: '/srv/other/seed.sql', statements: 0 }),
		script({ file: '-', statements: 2 }),
	],
};

/** Of these scripts, with a finding that is allowed, and others passed over. */
export const WITH_ALLOWED: Review = {
	...REVIEW,
	findings: REVIEW.findings.slice(0, 1),
	waived: [
		{
			rule: 'drop-column',
			severity: 'error',
			message: 'the column "nickname" of "user" is dropped with its values',
			why: 'The data is lost, and clients that still read the column fail.',
			sql: { file: up, line: 31, column: 1, endLine: 31 },
			statement: 'ALTER TABLE "user" DROP COLUMN nickname',
			source: { file: module, line: 24, column: 5 },
			revision: '1975ea83b712',
			fingerprint: 'b1c2d3e4f5a60718293a4b5c6d7e8f9001122334455667788990a1b2c3d4e5f6',
			reason: 'no reader since 2.3 | @ada ##[x] <b> ]]> `y`',
		},
	],
	passedOver: 3,
};

export const EMPTY: Review = { findings: [], reviewed: [] };

/** As many findings of a severity, each of another statement of one file. */
export const many = (severity: Severity, number: number): readonly Finding[] =>
	Array.from({ length: number }, (_, index) => ({
		rule: 'drop-column',
		severity,
		message: `drops column "c${index}" of "user"`,
		why: 'The data is lost.',
		sql: { file: `${ROOT}/all.sql`, line: index + 1, column: 1, endLine: index + 1 },
		statement: `ALTER TABLE "user" DROP COLUMN c${index};`,
		fingerprint: `${severity}${index}`,
	}));

/** A review of these findings, all in `all.sql`. */
export const reviewOf = (...findings: readonly Finding[]): Review => ({
	findings,
	reviewed: [script({ file: `${ROOT}/all.sql`, statements: findings.length })],
});

/** An error in the first line of `all.sql`. */
export const [SAMPLE] = many('error', 1) as readonly [Finding];
