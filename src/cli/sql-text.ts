import type { RevisionSql, ShownStatement } from '../api/show.ts';

const INDENT = '    ';

const NEEDS = { any: '', own: 'in a transaction of its own', never: 'outside a transaction' };

const statementLines = ({ sql, transaction }: ShownStatement): readonly string[] => [
	...(NEEDS[transaction] ? [`-- ${NEEDS[transaction]}`] : []),
	...sql.split('\n'),
];

/** Statements to be read, not to be run: set in, with an empty line between them. */
const block = (title: string, statements: readonly ShownStatement[]): readonly string[] => [
	'',
	`${title}:${statements.length === 0 ? ' nothing' : ''}`,
	...statements.flatMap((statement) => ['', ...statementLines(statement)]).map((line) => line && `${INDENT}${line}`),
];

/** Both directions of a revision, as `show --sql` prints them below its facts. */
export const sqlLines = ({ upgrade, downgrade }: RevisionSql): readonly string[] => [
	...block('Upgrade', upgrade),
	...('irreversible' in downgrade
		? ['', `Downgrade: irreversible, ${downgrade.irreversible}`]
		: block('Downgrade', downgrade)),
];
