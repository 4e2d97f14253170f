import { project, revisionText } from './project.ts';

/** A configuration that keeps a journal of what was deployed, and by whom. */
const JOURNAL_CONFIG = `import { defineConfig, ident, param, sql, t } from 'gen-sql';

const operator = param('operator', t.string(40), { default: 'nobody', description: 'who runs it' });

export default defineConfig({
	tag: 'release 7',
	onVersionApply: ({ direction, revision, title, from, to, rows, database, tag = '' }) => [
		sql\`CREATE TABLE IF NOT EXISTS \${ident('journal')} (entry varchar(200) NOT NULL, operator varchar(40) NOT NULL)\`,
		sql\`INSERT INTO \${ident('journal')} VALUES (\${JSON.stringify([direction, revision, title, from, to, rows, database, tag])}, \${operator})\`,
	],
});
`;

/** A fork with a merge and such a journal. Returns its folder. */
export const journalProject = (): string =>
	project({
		'gen-sql.config.ts': JOURNAL_CONFIG,
		'revisions/a.ts': revisionText(
			'aaaa',
			null,
			`op.createTable('item', [column('a', t.integer())]);`,
			`op.dropTable('item');`,
		),
		'revisions/b.ts': revisionText(
			'bbbb',
			'aaaa',
			`op.addColumn('item', column('b', t.integer()));`,
			`op.dropColumn('item', 'b');`,
		),
		'revisions/c.ts': revisionText(
			'cccc',
			'aaaa',
			`op.addColumn('item', column('c', t.integer()));`,
			`op.dropColumn('item', 'c');`,
		),
		'revisions/d.ts': revisionText('dddd', ['bbbb', 'cccc']),
	});

/** The scripts that the journal is made by: to the head, back to the fork, and then rows alone. */
export const JOURNALED = [
	['upgrade', 'head', '--param', "operator=O'Brien"],
	['downgrade', 'head:bbbb'],
	['stamp', 'bbbb,cccc:base'],
	['stamp', '--purge', 'cccc', 'bbbb', '--param', "operator=O'Brien"],
	['stamp', '--purge', 'base'],
] as const;

/** What the journal holds after them. */
export const JOURNAL = [
	['upgrade', 'aaaa', 'aaaa', [], ['aaaa'], ['aaaa'], 'main', 'release 7'],
	['upgrade', 'cccc', 'cccc', ['aaaa'], ['cccc'], ['cccc'], 'main', 'release 7'],
	['upgrade', 'bbbb', 'bbbb', ['aaaa'], ['bbbb'], ['bbbb', 'cccc'], 'main', 'release 7'],
	['upgrade', 'dddd', 'dddd', ['bbbb', 'cccc'], ['dddd'], ['dddd'], 'main', 'release 7'],
	['downgrade', 'dddd', 'dddd', ['dddd'], ['bbbb', 'cccc'], ['bbbb', 'cccc'], 'main', 'release 7'],
	['stamp', 'bbbb', 'bbbb', ['bbbb'], [], ['cccc'], 'main', 'release 7'],
	['stamp', 'cccc', 'cccc', ['cccc'], [], [], 'main', 'release 7'],
	['stamp', 'cccc', 'cccc', ['anything'], ['cccc'], ['cccc'], 'main', 'release 7'],
	['stamp', 'bbbb', 'bbbb', [], ['bbbb'], ['bbbb', 'cccc'], 'main', 'release 7'],
	['stamp', 'base', 'an empty database', ['anything'], [], [], 'main', 'release 7'],
].map((entry) => JSON.stringify(entry));
