import { dialects } from '../../src/dialects/index.ts';
import { type Token, tokens } from '../../src/sql/scan.ts';

const { lexis } = dialects.postgresql.spelling;

/** Makes another text of one, at the place that a number chooses; `undefined` where the text has no such place. */
export type Mutation = (text: string, choice: number) => string | undefined;

/** Replace one of the tokens that fit. */
const atToken =
	(fits: (token: Token, text: string) => boolean, change: (token: Token, choice: number) => string): Mutation =>
	(text, choice) => {
		const found = [...tokens(text, lexis)].filter((token) => fits(token, text));
		const token = found[choice % Math.max(found.length, 1)];
		return token && text.slice(0, token.start) + change(token, choice) + text.slice(token.end);
	};

/** Change the text of one dollar quote. */
const inBody =
	(inner: Mutation): Mutation =>
	(text, choice) =>
		atToken(isDollarQuote, (token) => {
			const tag = tagOf(token);
			const body = token.text.slice(tag.length, -tag.length);
			return tag + (inner(body, choice) ?? body) + tag;
		})(text, choice);

const isDollarQuote = ({ text }: Token): boolean => text.startsWith('$');
const tagOf = ({ text }: Token): string => /^\$[^$]*\$/.exec(text)?.[0] ?? '';
const isString = ({ kind, text }: Token): boolean => kind === 'quoted' && text.startsWith("'");
const isWord = ({ kind, text }: Token): boolean => kind === 'word' && /^[a-z]/i.test(text);
const isSymbol = ({ text }: Token): boolean => /^[(),]$/.test(text);
const is =
	(...words: readonly string[]) =>
	(token: Token) =>
		words.includes(token.text.toLowerCase());

/** Words that are names for sure: those with an underscore, and these. */
const isName = (token: Token): boolean =>
	/^[a-z]+_[a-z_]+$/.test(token.text) || is('message', 'id', 'uuid', 'email', 'gin')(token);

const LAYOUTS = [
	' ',
	'\t',
	'\n',
	'\r\n',
	'  \n\t',
	' /* why */ ',
	"\n-- a comment; with 'quotes\n",
	' /* /* nested */ */ ',
];
const layout = (choice: number): string => LAYOUTS[choice % LAYOUTS.length] ?? ' ';

const otherCase = (text: string): string => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

/** White space behind a line comment ends it, and stays. */
const endsComment = ({ start }: Token, text: string): boolean =>
	/--[^\n]*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
const spaced = atToken(
	(token, text) => token.kind === 'space' && !endsComment(token, text),
	(_, choice) => layout(choice),
);
const cased = atToken(isWord, ({ text }) => otherCase(text));

/** The statements of a script with what stands between them, each with its semicolon. */
function statementsIn(text: string): readonly string[] {
	const ends = [...tokens(text, lexis)].filter((token) => token.text === ';').map(({ end }) => end);
	return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

const overStatements =
	(change: (statements: readonly string[], at: number) => readonly string[]): Mutation =>
	(text, choice) => {
		const statements = statementsIn(text);
		return statements.length < 2 ? undefined : change(statements, choice % (statements.length - 1)).join('');
	};

/** Mutations that leave the meaning as it is. */
export const NEUTRAL: Readonly<Record<string, Mutation>> = {
	'another layout': spaced,
	'white space around symbols': atToken(isSymbol, ({ text }, choice) => layout(choice) + text + layout(choice + 1)),
	'words in another case': cased,
	'all in capitals but quotes': (text) =>
		[...tokens(text, lexis)].map((token) => (token.kind === 'word' ? token.text.toUpperCase() : token.text)).join(''),
	'redundant quotes': atToken(isName, ({ text }) => `"${text}"`),
	'no comments': (text) => [...tokens(text, lexis)].map(({ kind, text }) => (kind === 'comment' ? ' ' : text)).join(''),
	'another dollar tag': atToken(isDollarQuote, (token) => token.text.replaceAll(tagOf(token), '$other_tag$')),
	'no dollar quotes': atToken(
		isDollarQuote,
		(token) => `'${token.text.slice(tagOf(token).length, -tagOf(token).length).replaceAll("'", "''")}'`,
	),
	'another layout in a body': inBody(spaced),
	'words of a body in another case': inBody(cased),
	'redundant quotes in a body': inBody(
		atToken(is('gen_sql_version', 'version_num', 'present', 'changed'), ({ text }) => `"${text}"`),
	),
	'escape strings': atToken(
		(token, text) => isString(token) && !token.text.includes('\\') && !/[\w&]/.test(text.charAt(token.start - 1)),
		({ text }) => `E${text}`,
	),
	'empty statements': atToken(is(';'), () => ';;\n;'),
	'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
	'a byte order mark': (text) => `\ufeff${text}`,
	'another word for a type': atToken(
		is('integer'),
		(_, choice) => ['int', 'INT4', 'int4', 'pg_catalog.int4'][choice % 4] ?? '',
	),
	'another word for an operator': (text) => (/ <> /.test(text) ? text.replace(' <> ', ' != ') : undefined),
};

/** Mutations that change it. */
export const CHANGING: Readonly<Record<string, Mutation>> = {
	'another string': atToken(isString, ({ text }) => `'z${text.slice(1)}`),
	'a string in another case': atToken(
		(token) => isString(token) && otherCase(token.text) !== token.text,
		({ text }) => otherCase(text),
	),
	'white space in a string': atToken(isString, ({ text }) => `' ${text.slice(1)}`),
	'another name': atToken(isName, ({ text }) => `z${text}`),
	'a name in quotes with another case': atToken(isName, ({ text }) => `"${text.toUpperCase()}"`),
	'another number': atToken(
		({ kind, text }) => kind === 'word' && /^\d/.test(text),
		({ text }) => `9${text}`,
	),
	'a longer type': atToken(is('integer', 'smallint', 'bigint'), ({ text }) =>
		text === 'bigint' ? 'integer' : 'numeric',
	),
	'a statement less': overStatements((all, at) => all.filter((_, index) => index !== at)),
	'a statement twice': overStatements((all, at) => all.flatMap((each, index) => (index === at ? [each, each] : each))),
	'two statements the other way round': overStatements((all, at) =>
		all.flatMap((each, index) => (index === at ? [all[at + 1] ?? '', each] : index === at + 1 ? [] : each)),
	),
	'a column that may be empty': (text) => (/ NOT NULL/.test(text) ? text.replace(/ NOT NULL/, '') : undefined),
	'another rule for deletes': (text) => (/CASCADE/.test(text) ? text.replace('CASCADE', 'RESTRICT') : undefined),
	'an index that is unique': (text) =>
		/CREATE INDEX/.test(text) ? text.replace('CREATE INDEX', 'CREATE UNIQUE INDEX') : undefined,
	'an index that is built in another way': (text) =>
		/CONCURRENTLY /.test(text) ? text.replace('CONCURRENTLY ', '') : undefined,
	'no guard for what is not there': (text) =>
		/IF NOT EXISTS /.test(text) ? text.replace('IF NOT EXISTS ', '') : undefined,
	'another default': (text) =>
		/DEFAULT now\(\)/.test(text) ? text.replace('DEFAULT now()', 'DEFAULT clock_timestamp()') : undefined,
	'two columns the other way round': (text) => {
		const swapped = text.replace(/\n( {4}\w+ [^\n]+,)\n( {4}\w+ [^\n]+,)\n/, '\n$2\n$1\n');
		return /CREATE TABLE/.test(text) && swapped !== text ? swapped : undefined;
	},
	'another string in a body': inBody(atToken(isString, ({ text }) => `'z${text.slice(1)}`)),
	'white space in a string of a body': inBody(atToken(isString, ({ text }) => `' ${text.slice(1)}`)),
	'another name in a body': inBody(atToken(isName, ({ text }) => `z${text}`)),
	'another operator in a body': inBody((text) => (/ = /.test(text) ? text.replace(' = ', ' <> ') : undefined)),
	'a word less in a body': inBody(atToken(is('not', 'distinct', 'exclusive', 'share'), () => '')),
	'a hint': atToken(is('create', 'update', 'select', 'drop'), ({ text }) => `/*+ SeqScan(t) */ ${text}`),
	'a command of psql': atToken(is(';'), () => ';\n\\set AUTOCOMMIT off\n'),
	'a placeholder for a string': atToken(isString, () => ":'tenant'"),
	'a quote that is not closed': (text) => `${text}\nSELECT 'a`,
};
