import { CHANGING as CHANGING_SQL, NEUTRAL as NEUTRAL_SQL, type Mutation as SqlMutation } from '../diff/mutations.ts';

/** The files of a project, by path. */
export type Files = Readonly<Record<string, string>>;

/** Another project, and the revision that is another one in it, when it is one alone. */
export interface Mutated {
	readonly files: Files;
	readonly revision?: string | undefined;
}

/** Makes another project of one, at the place that a number chooses; `undefined` where it has no such place. */
export type Mutation = (files: Files, choice: number) => Mutated | undefined;

/** Another text for one that was found; its groups, and the number that has chosen it. */
type Change = (found: readonly string[], choice: number) => string | undefined;

const isRevision = (path: string): boolean => /^revisions\/[^/]+\.ts$/.test(path);
const isHelper = (path: string): boolean => /^revisions\/lib\/.*\.ts$/.test(path);
const isCode = (path: string): boolean => isRevision(path) || isHelper(path);

const idOf = (text: string): string => /^export const revision = '(\w+)'/m.exec(text)?.[1] ?? '';
/** Where the code of a revision begins, behind its comment. */
const codeOf = (text: string): number => (text.startsWith('/**') ? text.indexOf('*/') + 2 : 0);

const pick = <T>(items: readonly T[], choice: number): T | undefined => items[choice % Math.max(items.length, 1)];

/** With one file as another text has it. */
function withText(files: Files, path: string, text: string | undefined): Mutated | undefined {
	const before = files[path];
	if (before === undefined || text === undefined || text === before) return undefined;
	return { files: { ...files, [path]: text }, revision: isRevision(path) ? idOf(before) : undefined };
}

/** Change one of all places that fit a pattern. */
const at =
	(pattern: RegExp, change: Change, fits = isRevision): Mutation =>
	(files, choice) => {
		const places = Object.entries(files)
			.filter(([path]) => fits(path))
			.flatMap(([path, text]) =>
				[...text.matchAll(pattern)]
					.filter(({ index }) => index >= codeOf(text))
					.map((found) => ({ path, text, found })),
			);
		const place = pick(places, choice);
		if (!place) return undefined;
		const { path, text, found } = place;
		const other = change(found, Math.floor(choice / places.length));
		const end = found.index + found[0].length;
		return other === undefined
			? undefined
			: withText(files, path, text.slice(0, found.index) + other + text.slice(end));
	};

/** Change the whole text of one file. */
const all =
	(change: (text: string, choice: number) => string | undefined, fits = isRevision): Mutation =>
	(files, choice) => {
		const paths = Object.keys(files).filter(fits);
		const path = pick(paths, choice) ?? '';
		return withText(files, path, change(files[path] ?? '', Math.floor(choice / paths.length)));
	};

/** Change the files themselves: their names, and which there are. */
const named =
	(change: (path: string, text: string, files: Files) => Files | undefined, fits = isRevision): Mutation =>
	(files, choice) => {
		const path = pick(Object.keys(files).filter(fits), choice) ?? '';
		const text = files[path] ?? '';
		const { [path]: _, ...others } = files;
		const made = change(path, text, others);
		return made && { files: { ...others, ...made }, revision: idOf(text) };
	};

const other = (words: readonly string[]): Change => {
	const next = (word: string): string => words[(words.indexOf(word) + 1) % words.length] ?? '';
	return ([whole = '', word = '']) => whole.replace(word, next(word));
};

/** The texts of `op.execute(…)` and of the view, where they hold no values; the first group stands before them. */
const EXECUTED = /(op\.execute\(|_overview',\n\t\t)(`)([^`$\\]+)`/g;
const BODY = /(body: )(`)([^`$\\]+)`/g;
const QUOTED = /(op\.execute\()(')([^'\\]+)'/g;
const SQL_FILE = (path: string): boolean => path.endsWith('.sql');

const inSql = (mutation: SqlMutation, pattern: RegExp): Mutation =>
	at(pattern, ([, before = '', quote = '', text = ''], choice) => {
		const made = mutation(text, choice);
		// What holds a quote or a line of its own is a template then.
		if (made === undefined || /[`\\$]/.test(made)) return undefined;
		return before + (quote === "'" && /['\n\r]/.test(made) ? `\`${made}\`` : quote + made + quote);
	});
const inSqlFile = (mutation: SqlMutation): Mutation => all(mutation, SQL_FILE);

const only = (mutations: Readonly<Record<string, SqlMutation>>, names: readonly string[]): readonly SqlMutation[] =>
	names.map((name) => {
		const found = mutations[name];
		if (!found) throw new Error(`there is no mutation "${name}"`);
		return found;
	});

/** One of several mutations. */
const oneOf =
	(mutations: readonly Mutation[]): Mutation =>
	(files, choice) =>
		pick(mutations, choice)?.(files, Math.floor(choice / mutations.length));

const SQL_NEUTRAL = only(NEUTRAL_SQL, [
	'another layout',
	'white space around symbols',
	'words in another case',
	'all in capitals but quotes',
	'redundant quotes',
	'another word for a type',
	'empty statements',
]);
const SQL_CHANGING = only(CHANGING_SQL, [
	'another string',
	'a string in another case',
	'white space in a string',
	'another name',
	'another number',
	'a hint',
	'another string in a body',
	'another name in a body',
	'another operator in a body',
]);

/** A statement in a line of its own. */
const LINE = /^\top\.[^\n]*;\n/gm;
const UPGRADE = /export function upgrade\(op: Op\): void \{\n([\s\S]*?)^\}\n/gm;
const DOWNGRADE = /export function downgrade\(op: Op\): void \{\n([\s\S]*?)^\}\n/gm;

/** Mutations that change what a released revision means. */
export const CHANGING: Readonly<Record<string, Mutation>> = {
	'a longer string': at(/t\.(string|char)\((\d+)\)/g, ([, type, length]) => `t.${type}(${Number(length) + 1})`),
	'another type': at(
		/t\.(integer|smallInteger|bigInteger|text|date|time|jsonb|json|double|inet)\(\)/g,
		other(['smallInteger', 'integer', 'bigInteger', 'text', 'json', 'jsonb', 'double', 'time', 'date', 'inet']),
		isCode,
	),
	'no time zone': at(/timezone: true/g, () => 'timezone: false', isCode),
	'another precision': at(/precision: 3|numeric\(8, 2\)/g, ([found = '']) => found.replace(/\d/, '6')),
	'another name of a column': at(/column\('(\w+)', /g, ([, name]) => `column('${name}_', `, isCode),
	'another name of a table': at(/op\.createTable\(\s*'(\w+)'/g, ([found = '', name = '']) =>
		found.replace(name, `${name}s`),
	),
	'another default': at(/serverDefault: ('[^']*'|false|\{\}|sql`\w+\(?\)?`|0)/g, ([, value = '']) =>
		value === 'false'
			? 'serverDefault: true'
			: value.startsWith("'")
				? `serverDefault: 'z${value.slice(1)}`
				: 'serverDefault: sql`other()`',
	),
	'no default': at(/, serverDefault: (?:'[^']*'|false|sql`[^`]*`|0)/g, () => '', isCode),
	'another nullability': at(/nullable: (true|false)/g, other(['true', 'false']), isCode),
	'another name of a constraint': at(/name: '((?:ck|uq|pk|fk)_\w+)'/g, ([, name]) => `name: '${name}_'`),
	'another name of an index': at(/op\.(create|drop)Index\('(\w+)'/g, ([, verb, name]) => `op.${verb}Index('${name}_'`),
	'no index, or no unique one': at(/(?:unique|index): true/g, ([found = '']) => found.replace('true', 'false')),
	'another rule for deletes': at(/onDelete: '([A-Z ]+)'/g, other(['CASCADE', 'SET NULL', 'RESTRICT', 'NO ACTION'])),
	'another comment': at(/(comment: '|createTableComment\('\w+', ')/g, ([found]) => `${found}Not `),
	'another expression': at(/(checkConstraint\(['"]|using: "|where: ['"]|computed\(['"])/g, ([found]) => `${found}NOT `),
	'another order of statements': at(/^(\top\.[^\n]*;\n)(\top\.[^\n]*;\n)/gm, ([, first = '', second = '']) =>
		first === second ? undefined : second + first,
	),
	'a statement less': at(LINE, () => ''),
	'a statement twice': at(LINE, ([line = '']) => line + line),
	'a statement more': at(UPGRADE, ([found = '']) => found.replace(/\}\n$/, `\top.execute('SELECT 1');\n}\n`)),
	'another value in a statement': at(/\$\{('[^']*')\}/g, ([, value]) => `\${${value}.toUpperCase()}`),
	'other SQL': inSql(oneOfSql(SQL_CHANGING), EXECUTED),
	'another body': inSql(oneOfSql(only(CHANGING_SQL, ['another name'])), BODY),
	'other SQL in a line': inSql(oneOfSql(SQL_CHANGING), QUOTED),
	'another SQL file': inSqlFile(oneOfSql(SQL_CHANGING)),
	'another row': oneOf([
		all(
			(text) => text.replace('"rank": 50', '"rank": 51'),
			(path) => path.endsWith('.json'),
		),
		all(
			(text) => text.replace('"post", "invite"', '"invite", "post"'),
			(path) => path.endsWith('.json'),
		),
		all(
			(text) => text.replace("someone else's", "Someone else's"),
			(path) => path.endsWith('.json'),
		),
		at(/slug: 'home'/g, () => `slug: 'Home'`),
	]),
	'another helper': oneOf([
		at(/FIRST_WORKSPACE = '6/g, () => `FIRST_WORKSPACE = '7`, isHelper),
		at(/AFTER INSERT OR UPDATE/g, () => 'BEFORE INSERT OR UPDATE', isHelper),
		at(/'(created|updated)_at'/g, ([, name]) => `'${name}_on'`, isHelper),
		at(/gen_random_uuid/g, () => 'uuidv7', isHelper),
		at(/^\top\.[^\n]*;\n/gm, () => '', isHelper),
	]),
	'another parent': (files, choice) => {
		const [none, first] = Object.values(files).filter((text) => /downRevision.* = null/.test(text));
		const root = idOf(none ?? first ?? '');
		return at(/(downRevision[^=]*= )'(\w+)'/g, ([, before, parent]) =>
			parent === root ? undefined : `${before}'${root}'`,
		)(files, choice);
	},
	'no parent': at(/(downRevision[^=]*= )'\w+'/g, ([, before]) => `${before}null`),
	'one parent less': at(/(downRevision[^=]*= \[)'\w+', /g, ([, before]) => before),
	'a revision between': (files, choice) => {
		const made = at(/(downRevision[^=]*= )'(\w+)'/g, ([, before]) => `${before}'new'`)(files, choice);
		const parent = made && /downRevision[^=]*= '(\w+)'/.exec(textOf(files, made.revision))?.[1];
		return made && { ...made, files: { ...made.files, 'revisions/new.ts': newRevision('new', parent ?? '') } };
	},
	'a dependency': at(/dependsOn: string\[\] = \[\]/g, () => `dependsOn: string[] = ['1975ea83b712']`),
	'a dependency less': at(/dependsOn: string\[\] = \['[^\]]*\]/g, () => 'dependsOn: string[] = []'),
	'another id': (files, choice) => {
		const id = idOf(
			pick(
				Object.values(files).filter((text) => idOf(text) !== ''),
				choice,
			) ?? '',
		);
		const renamed = Object.entries(files).map(
			([path, text]) => [path, text.replaceAll(`'${id}'`, `'${id}0'`)] as const,
		);
		return { files: Object.fromEntries(renamed), revision: id };
	},
	'no way back': at(DOWNGRADE, () => `export { none as downgrade } from './lib/none.ts';\n`),
	'a way back that was derived': at(
		/^export const downgrade = 'auto';\n/gm,
		() => `export function downgrade(op: Op): void {\n\top.execute('SELECT 1');\n}\n`,
	),
	'a way back where there was none': at(
		/^export const downgrade = irreversible\([^)]*\);\n/gm,
		() => `export const downgrade = 'auto';\n`,
	),
	'another way back': at(DOWNGRADE, ([found = '']) => found.replace('{\n', `{\n\top.execute('SELECT 1');\n`)),
	'no file': (files, choice) => {
		const parents = Object.values(files).join('\n');
		return named((_, text) =>
			new RegExp(`(?:downRevision|dependsOn)[^=]*= .*'${idOf(text)}'`).test(parents) ? undefined : {},
		)(files, choice);
	},
	'other needs of the transaction': oneOf([
		at(/, concurrently: true|postgresql: \{ concurrently: true \}/g, ([found = '']) =>
			found.startsWith(',') ? '' : 'postgresql: {}',
		),
		at(/, \{ online: true \}/g, () => ''),
		at(/op\.autocommitBlock\(\(\) => (.*)\);/g, ([, call]) => `${call};`),
	]),
	'another policy, trigger, grant or function': oneOf([
		at(/op\.grant\('SELECT'/g, () => `op.grant('INSERT'`),
		at(/timing: 'BEFORE'/g, () => `timing: 'AFTER'`),
		at(/updateOf: \['body'\]/g, () => `updateOf: ['body', 'state']`),
		at(/securityInvoker: true/g, () => 'securityInvoker: false'),
		at(/\['shown', 'hidden'\]/g, () => `['hidden', 'shown']`),
		at(/addEnumValue\('message_state', 'appealed'/g, ([found]) => `${found}, { before: 'hidden' }`),
		at(/mapping: \{ appealed: 'hidden' \}/g, () => `mapping: { appealed: 'shown' }`),
	]),
	'another default of a parameter': at(/\{ default: '(\w+)' \}/g, ([, value]) => `{ default: '${value}_' }`),
};

/** One of several mutations of SQL. */
function oneOfSql(mutations: readonly SqlMutation[]): SqlMutation {
	return (text, choice) => pick(mutations, choice)?.(text, Math.floor(choice / mutations.length));
}

const textOf = (files: Files, id: string | undefined): string =>
	Object.values(files).find((text) => idOf(text) === id) ?? '';

const newRevision = (id: string, parent: string): string =>
	`export const revision = '${id}';\nexport const downRevision = '${parent}';\nexport function upgrade(): void {}\nexport function downgrade(): void {}\n`;

/** Mutations of the text that leave what it means. */
export const NEUTRAL: Readonly<Record<string, Mutation>> = {
	'a comment at the end of a line': at(/;\n/g, () => "; // 'why' and `how`\n", isCode),
	'a comment above a statement': at(/^\top\./gm, ([found]) => `\t/* DROP TABLE "user"; */\n${found}`, isCode),
	'a comment in a call': at(/, \{ nullable/g, () => ', /* not */ { nullable'),
	'empty lines': at(/^\top\./gm, ([found]) => `\n\n${found}`, isCode),
	'another indentation': all((text) => text.replaceAll(/^\t(?=op\.)/gm, '        '), isCode),
	'more lines': at(/op\.(\w+)\(/g, ([found]) => `${found}\n\n\t\t`, isCode),
	'no semicolons': all((text) => text.replaceAll(/;$(?=\n(?:\top\.|\}))/gm, '')),
	'double quotes': at(/(?<=^[^"`\n]*(?:\(|, |\[|: ))'([\w ]+)'/gm, ([, text]) => `"${text}"`, isCode),
	'template strings': at(/(?<=^[^"`\n]*(?:\(|, |\[|: ))'([\w ]+)'/gm, ([, text]) => `\`${text}\``, isCode),
	'a string of two': at(
		/(?<=^[^"`\n]*(?:\(|, |\[|: ))'(\w\w+)'(?=[,)])/gm,
		([, text = '']) => `'${text.slice(0, 1)}' + '${text.slice(1)}'`,
	),
	'a string with an escape': at(
		/(?<=^[^"`\n]*(?:\(|, |\[|: ))'(\w)(\w+)'(?=[,)])/gm,
		([, first = '', rest]) => `'\\x${first.charCodeAt(0).toString(16)}${rest}'`,
	),
	'a number in other words': at(/t\.string\((\d+)\)/g, ([, length]) => `t.string(0x${Number(length).toString(16)})`),
	'a constant': all((text) => {
		const name = /(?<=op\.\w+\()'(\w+)'/.exec(text.slice(codeOf(text)))?.[0];
		if (name === undefined) return undefined;
		const [head, ...rest] = text.split(/^(?=export function upgrade)/m);
		return `${head}const NAME = ${name};\n\n${rest.join('').replaceAll(`(${name},`, '(NAME,')}`;
	}),
	'a column in a constant': at(
		/^(\top\.addColumn\('\w+', )(.*)\);\n/gm,
		([, call, made]) => `\tconst added = ${made};\n${call}added);\n`,
	),
	'options in a constant': at(
		/^(\top\.\w+\(.*, )(\{ (?:unique|postgresql|onDelete).* \})\);\n/gm,
		([, call, options]) => `\t{\n\t\tconst options = ${options} as const;\n${call}options as never);\n\t}\n`,
	),
	'a helper of its own': at(
		UPGRADE,
		([, body = '']) =>
			`export function upgrade(op: Op): void {\n\tchange(op);\n}\n\nfunction change(op: Op): void {\n${body}}\n`,
	),
	'a helper in a file': (files, choice) => {
		const made = at(/column\('created_at', [^\n]*\),\n/g, () => 'createdAt(),\n')(files, choice);
		const path = made && Object.keys(files).find((each) => made.files[each] !== files[each]);
		if (!made || path === undefined) return undefined;
		const line = /column\('created_at', (?:[^\n]*)\)(?=,\n)/.exec(files[path] ?? '')?.[0];
		const helper = `import { column, sql, t } from 'gen-sql';\nexport const createdAt = () => ${line};\n`;
		const text = (made.files[path] ?? '').replace(
			/^export const revision/m,
			`import { createdAt } from './lib/created.ts';\n$&`,
		);
		return { ...made, files: { ...made.files, [path]: text, 'revisions/lib/created.ts': helper } };
	},
	'a loop': at(LINE, ([line]) => `\tfor (const _ of [1])\n${line}`),
	'an arrow function': at(
		/export function (upgrade|downgrade)\(op: Op\): void \{\n([\s\S]*?)^\}\n/gm,
		([, name, body]) => `export const ${name} = (op: Op): void => {\n${body}};\n`,
	),
	'an asynchronous function': at(
		/export function (upgrade|downgrade)\(op: Op\): void/g,
		([, name]) => `export async function ${name}(op: Op): Promise<void>`,
	),
	'another name of the parameter': all((text) =>
		text
			.replaceAll(/\bop(?=\.|: Op)/g, 'operations')
			.replaceAll('(op,', '(operations,')
			.replace('void op;', ''),
	),
	'the downgrade first': all((text) => {
		const [found = ''] = new RegExp(DOWNGRADE.source, 'm').exec(text) ?? [];
		return found === ''
			? undefined
			: text.replace(found, '').replace('export function upgrade', `${found}\nexport function upgrade`);
	}),
	'no types': all((text) =>
		text.replaceAll(': string | string[] | null', '').replaceAll(': string[]', '').replaceAll(': void', ''),
	),
	'parents as a list': at(/(downRevision[^=]*= )('\w+')/g, ([, before, id]) => `${before}[${id}]`),
	'no parents as a list': at(/(downRevision[^=]*= )null/g, ([, before]) => `${before}[]`),
	'parents the other way round': at(
		/(downRevision[^=]*= \[)('\w+'), ('\w+')\]/g,
		([, before, one, two]) => `${before}${two}, ${one}]`,
	),
	'another title':
		at(/^export const revision/gm, ([found]) => found) &&
		all((text) => text.replace(/^\/\*\*\n \* [^\n]*/, "/**\n * not 'what' it was -- at all; DROP TABLE x")),
	'no comment at the head': all((text) => text.slice(codeOf(text))),
	'another label': at(/branchLabels: string\[\] = \['(\w+)'\]/g, ([found = '', label = '']) =>
		found.replace(label, 'rights'),
	),
	'one label more': at(/branchLabels: string\[\] = \[\]/g, () => `branchLabels: string[] = ['another']`),
	'another name of the file': named((_, text) => ({ [`revisions/zz_${idOf(text)}.ts`]: text })),
	'another kind of file': named((path, text) => ({ [path.replace('.ts', '.mts')]: text })),
	'another name of the SQL file': (files) => {
		const { 'revisions/sql/search.sql': moved = '', ...others } = files;
		const made = at(/sql\/search\.sql/g, () => 'sql/other.sql')(others, 0);
		return made && { files: { ...made.files, 'revisions/sql/other.sql': moved } };
	},
	'line ends of Windows': all(
		(text) => text.replaceAll('\n', '\r\n'),
		(path) => !path.endsWith('.config.ts'),
	),
	'line ends of Windows everywhere': (files) => ({
		files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])),
	}),
	'a byte order mark': all(
		(text) => `\ufeff${text}`,
		(path) => isCode(path),
	),
	'a new revision': (files) => ({ files: { ...files, 'revisions/zz_new.ts': newRevision('zz', '5ea90d3c81f6') } }),
	'options that are the default': at(
		/(column\('\w+', t\.[\w.]+\([^)]*\))\),\n/g,
		([, call]) => `${call}, { nullable: true }),\n`,
	),
	'options in another order': at(
		/\{ (nullable: \w+), (\w+: [^,{}]+) \}/g,
		([, one, two]) => `{ ${two}, ${one} }`,
		isCode,
	),
	'SQL in other words': inSql(oneOfSql(SQL_NEUTRAL), EXECUTED),
	'a body in other words': inSql(oneOfSql(only(NEUTRAL_SQL, ['another layout', 'words in another case'])), BODY),
	'SQL in other words, in a line': inSql(oneOfSql(SQL_NEUTRAL), QUOTED),
	'an SQL file in other words': inSqlFile(oneOfSql(SQL_NEUTRAL)),
	'SQL with a comment': at(/(op\.execute\((?:sql)?)`/g, ([, call]) => `${call}\`-- the first line\n`, isCode),
	'another reason why there is no way back': at(/irreversible\('[^']*'\)/g, () => `irreversible('of another reason')`),
	'another description of a parameter': at(
		/\{ default: '(\w+)' \}/g,
		([, value]) => `{ default: '${value}', description: 'whose' }`,
	),
	'an unused import': all((text) =>
		text.replace(/^export const revision/m, `import { table as unused } from 'gen-sql';\nvoid unused;\n$&`),
	),
	'JSON in another layout': all(
		(text) => JSON.stringify(JSON.parse(text)),
		(path) => path.endsWith('.json'),
	),
};
