import type { Node } from '../../sql/parse-postgresql.ts';

/** Where something stands in the text. CREATE TABLESPACE has a `location` that is none: it is a text. */
const PLACES = new Set([
	'list_end',
	'list_start',
	'location',
	'name_location',
	'rexpr_list_end',
	'rexpr_list_start',
	'stmt_len',
	'stmt_location',
]);

/** The types that have key words of their own: `integer` is the grammar's `pg_catalog.int4`. */
const BUILT_IN = new Set(
	`bit bool bpchar float4 float8 int2 int4 int8 interval json numeric time timestamp timestamptz timetz varbit
	varchar`.split(/\s+/),
);

/** The languages whose layout means nothing. */
const READ_LANGUAGES = new Set(['plpgsql', 'sql']);

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [key: string]: Json };

/** What the body of a function or of DO means. */
export type ReadBody = (body: string) => readonly string[];

/** A tree without places in the text, with types under one name, and bodies as what they mean. */
export const treeMeaning = (tree: Node, read: ReadBody): unknown => stripped(tree as unknown as Json, read);

function stripped(value: Json, read: ReadBody): Json {
	if (value === null || typeof value !== 'object') return value;
	if (isList(value)) return value.map((item) => stripped(item, read));
	const result: Record<string, Json> = {};
	for (const [key, item] of Object.entries(value)) {
		if (typeof item === 'number' && PLACES.has(key)) continue;
		result[key] = SPECIAL[key]?.(item, read) ?? stripped(item, read);
	}
	return result;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !isList(value);

/** What is not taken as it stands, by the key it stands under. */
const SPECIAL: Readonly<Record<string, (value: Json, read: ReadBody) => Json | undefined>> = {
	names: (value) => builtIn(value),
	CreateFunctionStmt: (value, read) => withBody(value, 'options', 'sql', read),
	DoStmt: (value, read) => withBody(value, 'args', 'plpgsql', read),
};

/** `pg_catalog.int4`, which is what the grammar makes of `integer`, is `int4`. */
function builtIn(names: Json): Json | undefined {
	if (!isList(names) || names.length !== 2) return undefined;
	const [schema, name] = names.map(stringOf);
	return schema === 'pg_catalog' && name !== undefined && BUILT_IN.has(name) ? names.slice(1) : undefined;
}

/** A statement whose body stands in the definition `as`. */
function withBody(statement: Json, field: string, byDefault: string, read: ReadBody): Json | undefined {
	const rest = stripped(isObject(statement) ? { ...statement, [field]: [] } : statement, read);
	const options = isObject(statement) ? statement[field] : undefined;
	if (!isObject(rest) || !isList(options)) return undefined;
	const language = options.map((option) => definition(option, 'language')).find((found) => found !== undefined);
	const isRead = READ_LANGUAGES.has(language === undefined ? byDefault : (stringOf(language) ?? ''));
	return {
		...rest,
		[field]: options.map((option) => {
			const body = isRead ? bodyOf(definition(option, 'as')) : undefined;
			return body === undefined ? stripped(option, read) : { body: [...read(body)] };
		}),
	};
}

/** What a definition of this name says. */
function definition(option: Json, name: string): Json | undefined {
	const element = isObject(option) ? option['DefElem'] : undefined;
	return isObject(element) && element['defname'] === name ? element['arg'] : undefined;
}

/** The one string of a body; functions in C have two, of which none is SQL. */
function bodyOf(argument: Json | undefined): string | undefined {
	if (!isObject(argument)) return undefined;
	const list = argument['List'];
	const items = isObject(list) ? list['items'] : undefined;
	if (!isList(items)) return stringOf(argument);
	return items.length === 1 ? stringOf(items[0]) : undefined;
}

/** The text of a string; the grammar leaves an empty one out. */
function stringOf(node: Json | undefined): string | undefined {
	const string = isObject(node) ? node['String'] : undefined;
	if (!isObject(string)) return undefined;
	const text = string['sval'] ?? '';
	return typeof text === 'string' ? text : undefined;
}
