import * as assert from 'uvu/assert';
import { DIALECT_NAMES } from '../../src/core/dialect-names.ts';
import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile } from '../../src/dialects/compile.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { type DialectName, dialects } from '../../src/dialects/index.ts';
import type { Op, Operation, OperationKind } from '../../src/ops/index.ts';
import { record } from '../../src/record/record.ts';
import { isSqlFragment } from '../../src/sql/sql.ts';
import { examples } from '../ops/examples/index.ts';
import { optionsOf } from '../support/options.ts';
import { suite } from '../support/suite.ts';

interface Silence {
	/** Of `kind.path`. */
	readonly pattern: RegExp;
	/** The dialects it holds for; all of them when absent. */
	readonly in?: readonly DialectName[];
}

/** What may make no difference: each line says why. */
const SILENT: readonly Silence[] = [
	{ pattern: /\.was\b/ }, // for undoing the change
	{ pattern: /\.existing\w+/ }, // for undoing the change, and for dialects that restate the whole column
	{ pattern: /^dropIndex\.table$/ }, // for dialects whose index names belong to a table
	{ pattern: /^dropConstraint\.type$/ }, // for dialects that drop each kind in another way
	{ pattern: /^bulkInsert\.multiinsert$/ }, // one row
	{ pattern: /^bulkInsert\.columns\b/ }, // columns that no row fills, and what does not decide how values are written
	{ pattern: /^(addColumn\.column|createTable\.columns\.\d+)\.(primaryKey|unique|index|references)\b/ }, // spelled out beside it
	{ pattern: /^addColumn\.constraints\.\d+\.columns$/ }, // the column they stand in
	{ pattern: /^alterColumn\.serverDefault\.no(?:Min|Max)Value$/ }, // leaving it out means none, too
	{ pattern: /^sqlFile\.file$/ }, // its text stands beside it
	{ pattern: /\.computed\.persisted$/, in: ['postgresql'] }, // leaving it out means stored, too
	{ pattern: /\.type\.timezone$/, in: ['mysql', 'sqlite'] }, // no zone is kept, and values are written in UTC
	{ pattern: /\.type\.(?:create|enumName)\b/, in: ['mysql', 'sqlite'] }, // an enum is no type of its own
];

/** Whether a path leads into the options of another dialect, which are passed over. */
const isForeign = (path: string, dialect: Dialect): boolean =>
	path.split('.').some((key) => key !== dialect.name && DIALECT_NAMES.some((name) => name === key));

const isSilent = (path: string, dialect: Dialect): boolean =>
	isForeign(path, dialect) || SILENT.some((silence) => isMeant(silence, dialect) && silence.pattern.test(path));

const isMeant = ({ in: only }: Silence, { name }: Dialect): boolean => only?.some((each) => each === name) ?? true;

/** Values that say what leaving the option out says. */
const DEFAULTS: readonly unknown[] = [undefined, false, 'auto', 1, 'gist'];

/** No option is silently ignored: flipping a flag or leaving an option out changes the SQL, or is refused out loud. */
suite('dialects/options', (test) => {
	const kinds = keysOf(examples);

	for (const dialect of Object.values(dialects)) {
		for (const kind of kinds) {
			test(`${dialect.name} hears every option of ${kind}, or refuses the whole`, async () => {
				const before = await recorded(kind);
				const tried = before.flatMap((op) => trials(op, dialect));
				assert.ok(tried.length > 0 || before.every((op) => isRefusal(render(op, dialect))));
				assert.equal(
					unheardIn(tried).filter((path) => !isSilent(path, dialect)),
					[],
				);
			});
		}
	}

	for (const kind of kinds) {
		test(`a case sets every option of ${kind}`, async () => {
			const set = new Set<string>();
			for (const body of Object.values(examples[kind].cases)) await record((op) => body(watched(op, kind, set)));
			assert.equal(
				optionsOf(kind).filter((path) => !set.has(path)),
				[],
			);
		});
	}

	test('every exception in the list is one of a dialect', async () => {
		const all = (await Promise.all(kinds.map(recorded))).flat();
		const unheard = Object.values(dialects).map((dialect) => ({
			dialect,
			paths: all.flatMap((op) => unheardIn(trials(op, dialect))),
		}));
		const unused = SILENT.filter(
			(silence) =>
				!unheard.some(
					({ dialect, paths }) => isMeant(silence, dialect) && paths.some((path) => silence.pattern.test(path)),
				),
		);
		assert.equal(
			unused.map(({ pattern }) => String(pattern)),
			[],
		);
	});
});

/** The same `op`, which notes the paths of the options that calls of one method are given. */
function watched(op: Op, kind: OperationKind, set: Set<string>): Op {
	return new Proxy({} as Op, {
		get: (_target, key) => {
			const method: unknown = Reflect.get(op, key);
			if (key !== kind || typeof method !== 'function') return method;
			return (...args: readonly unknown[]) => {
				for (const path of pathsIn(args.at(-1))) set.add(path);
				return method(...args);
			};
		},
	});
}

/** `where`, `postgresql.using`: the keys of an object, and of the objects in it. */
function pathsIn(value: unknown): readonly string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) => [key, ...pathsIn(entry).map((path) => `${key}.${path}`)]);
}

/** The operations of all cases of a kind. */
async function recorded(kind: OperationKind): Promise<readonly Operation[]> {
	return (await Promise.all(Object.values(examples[kind].cases).map((body) => record(body)))).flat();
}

interface Trial {
	/** `kind.path` of what was changed. */
	readonly path: string;
	/** Whether the SQL shows it. */
	readonly heard: boolean;
}

const unheardIn = (tried: readonly Trial[]): readonly string[] =>
	tried.filter(({ heard }) => !heard).map(({ path }) => path);

/** Each change of an operation. One that is refused or empty anyway shows nothing, and is not tried. */
function trials(op: Operation, dialect: Dialect): readonly Trial[] {
	const before = render(op, dialect);
	if (before === '' || isRefusal(before)) return [];
	return changes(op).map(({ path, value }) => ({
		path: [op.kind, ...path].join('.'),
		heard: render(value as Operation, dialect) !== before,
	}));
}

interface Change {
	readonly path: readonly string[];
	readonly value: object;
}

/** The object with one flag flipped, or one option left out, at any depth. */
function changes(value: object): readonly Change[] {
	return Object.entries(value).flatMap(([key, entry]) => {
		if (key === 'kind' || key === 'at' || key === 'rows') return [];
		const replaced = (next: unknown): object =>
			Array.isArray(value) ? value.map((item, at) => (String(at) === key ? next : item)) : { ...value, [key]: next };
		return changesOf(entry, Array.isArray(value)).map(({ path, value: next }) => ({
			path: [key, ...path],
			value: replaced(next),
		}));
	});
}

function changesOf(
	entry: unknown,
	isItem: boolean,
): readonly { readonly path: readonly string[]; readonly value: unknown }[] {
	const flipped = typeof entry === 'boolean' ? [{ path: [], value: !entry }] : [];
	const left = isItem || isDefault(entry) ? [] : [{ path: [], value: undefined }];
	const isPlain = typeof entry === 'object' && entry !== null && !isSqlFragment(entry) && !(entry instanceof Date);
	return [...flipped, ...left, ...(isPlain ? changes(entry) : [])];
}

const isDefault = (entry: unknown): boolean =>
	DEFAULTS.includes(entry) ||
	(typeof entry === 'object' && entry !== null && !isSqlFragment(entry) && Object.values(entry).every(isDefault));

const isRefusal = (rendered: string): boolean => /^(?:OPERATION_UNSUPPORTED|LITERAL_INVALID)/.test(rendered);

/** The SQL, or the refusal. A key that the types require cannot be left out: JavaScript's own error says so. */
function render(op: Operation, dialect: Dialect): string {
	try {
		const statements = compile([op], dialect);
		return statements.map(({ at: _, ...statement }) => JSON.stringify(statement)).join('\n');
	} catch (error) {
		if (isGenSqlError(error)) return `${error.code}: ${error.message}`;
		if (error instanceof TypeError) return 'required';
		throw error;
	}
}
