/**
 * Writes the data of `src/dialects/postgresql/facts/`: `tsx tests/locks/make-data.ts <folder>`.
 *
 * The folder holds `pg-function-volatility.json` and `pg-casts.json`, which were measured on PostgreSQL 11 to 18: the
 * volatility of every function in `pg_proc`, over all its overloads, and every row of `pg_cast`, each with the versions
 * that it holds in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Measured = Readonly<Record<string, Readonly<Record<string, string>>>>;

const [folder = '.'] = process.argv.slice(2);
const target = fileURLToPath(new URL('../../src/dialects/postgresql/facts/', import.meta.url));
const read = (file: string): Readonly<Record<string, Measured>> => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** Functions that no expression of a user calls: they belong to types, operators, aggregates and index methods. */
const INTERNAL = new RegExp(
	[
		'(?:recv|send|typmodin|typmodout|typanalyze|sel|handler|_support|transfn|finalfn|_accum|_combine|serialize)$',
		'^(?:RI_|binary_upgrade|brin_|bt|gin|gist|gts|hash|spg|dsnowball|dispell|dsimple|dsynonym|prsd|thesaurus)',
		'^(?:array|bit|bool|box|bpchar|bytea|cash|char|cid|circle|date|enum|float\\d+|inet|int\\d+|interval|jsonb?|line|lseg)' +
			'_?.*(?:in|out|eq|ne|lt|le|gt|ge|cmp|mi|pl|mul|div|larger|smaller)$',
		'^(?:macaddr8?|multirange|name|network|numeric|oid|oidvector|path|pg_lsn|point|poly|range|record|text|tid|time)' +
			'_?.*(?:in|out|eq|ne|lt|le|gt|ge|cmp|mi|pl|mul|div|larger|smaller)$',
		'^(?:ts_?query|tsvector|uuid|varbit|varchar|xid8?|abstime|reltime|tinterval)_?.*(?:in|out|eq|ne|lt|le|gt|ge|cmp)$',
	].join('|'),
);

/** Those of them that users call nevertheless. */
const CALLED = new Set(
	`btrim date_bin enum_range hashtext hashtextextended hash_array_extended inet_merge range_merge timezone`.split(' '),
);

/** `11,13-18`: the versions in which one of the kinds holds. */
const versionsOf = (entry: Readonly<Record<string, string>>, isWanted: (kind: string) => boolean): string =>
	Object.entries(entry)
		.filter(([kind]) => isWanted(kind))
		.map(([, versions]) => versions)
		.sort()
		.join(',');

function grouped(entries: readonly (readonly [name: string, versions: string])[]): ReadonlyMap<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const [name, versions] of entries) {
		if (versions !== '') groups.set(versions, [...(groups.get(versions) ?? []), name]);
	}
	return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names in lines of at most 120 columns. */
function lines(names: readonly string[], indent: string, separator: string): string {
	const found: string[] = [];
	for (const name of [...names].sort()) {
		const last = found.at(-1);
		if (last !== undefined && last.length + separator.length + name.length < 112)
			found.push(`${found.pop()}${separator}${name}`);
		else found.push(name);
	}
	return found.map((line) => `${indent}${line}`).join('\n');
}

function block(name: string, doc: string, groups: ReadonlyMap<string, string[]>): string {
	const entries = [...groups].map(([versions, names]) => `\t'${versions}': \`\n${lines(names, '', ' ')}\`,`);
	return `/** ${doc} */\nexport const ${name}: Readonly<Record<string, string>> = {\n${entries.join('\n')}\n};\n`;
}

const functions = Object.entries(read('pg-function-volatility.json')['functions'] ?? {}).filter(
	([name]) => !INTERNAL.test(name) || CALLED.has(name),
);
/** Only the form for `timetz` is volatile, which `volatility.ts` knows. */
const isVolatile = (name: string, kind: string): boolean => kind.includes('v') && name !== 'timezone';
const steady = functions.map(([name, entry]) => [name, versionsOf(entry, (kind) => !isVolatile(name, kind))] as const);
const changing = functions.map(([name, entry]) => [name, versionsOf(entry, (kind) => isVolatile(name, kind))] as const);
const source =
	'// Made by tests/locks/make-data.ts from what was measured in pg_proc and pg_cast of PostgreSQL 11 to 18.\n\n';
const write = (file: string, text: string): void => writeFileSync(join(target, file), `${source}${text}`);
const steadyDoc = 'Functions of `pg_catalog` that are immutable or stable in all their forms, by version.';
const changingDoc = 'Functions of `pg_catalog` that are volatile in one of their forms, by version.';
write('steady-functions.ts', block('STEADY_FUNCTIONS', steadyDoc, grouped(steady)));
write('volatile-functions.ts', block('VOLATILE_FUNCTIONS', changingDoc, grouped(changing)));

const NAMES: Readonly<Record<string, string>> = {
	'bit varying': 'varbit',
	'character varying': 'varchar',
	character: 'bpchar',
	integer: 'int4',
};
const shortName = (type: string): string => NAMES[type] ?? type;
const casts = Object.entries(read('pg-casts.json')['casts'] ?? {}).map(
	([pair, entry]) =>
		[pair.split(' -> ').map(shortName).join('>'), versionsOf(entry, (kind) => /^b[ia]$/.test(kind))] as const,
);
const castsDoc = 'Casts by assignment that leave the stored value as it is, `from>to` by version.';
write('binary-casts.ts', block('BINARY_CASTS', castsDoc, grouped(casts)));
