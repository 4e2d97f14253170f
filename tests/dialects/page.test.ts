import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile } from '../../src/dialects/compile.ts';
import { type DialectName, dialects } from '../../src/dialects/index.ts';
import type { OperationKind } from '../../src/ops/index.ts';
import { record } from '../../src/record/record.ts';
import { textOf } from '../../src/sql/split.ts';
import { type ColumnType, t } from '../../src/sql/types.ts';
import { examples } from '../ops/examples/index.ts';
import { golden } from '../support/golden.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';
import { portable } from './portable.ts';

const names = keysOf(dialects);

/** Operations that cannot be refused: their SQL is the author's. */
const kinds = keysOf(examples).filter((kind) => kind !== 'execute' && kind !== 'sqlFile');

interface Refusal {
	readonly what: string;
	readonly hint: string;
}

/** What a dialect makes of each case of an operation, and of the operation where several dialects share a body. */
async function outcomes(kind: OperationKind, dialect: DialectName): Promise<readonly (Refusal | undefined)[]> {
	const whole = await Promise.all(Object.values(examples[kind].cases).map((body) => record(body)));
	const shared = (await Promise.all(Object.values(portable).map((body) => record(body)))).flat();
	const single = shared.filter((op) => op.kind === kind).map((op) => [op]);
	return [...whole, ...single].map((ops) => refusalOf(() => compile(ops, dialects[dialect]), dialect));
}

function refusalOf(render: () => unknown, dialect: string): Refusal | undefined {
	try {
		render();
		return undefined;
	} catch (error) {
		if (!isGenSqlError(error)) throw error;
		const what = error.message.replace(`${dialect} cannot `, '').replaceAll(/"[^"]*"/g, '"…"');
		return error.code === 'OPERATION_UNSUPPORTED' ? { what, hint: error.hint ?? '' } : undefined;
	}
}

const cell = (found: readonly unknown[]): string => {
	const refused = found.filter((each) => each !== undefined).length;
	if (refused === 0) return 'yes';
	return refused === found.length ? 'no' : 'some';
};

async function operationRows(): Promise<string> {
	const rows = [];
	for (const kind of kinds) {
		const cells = [];
		for (const name of names) cells.push(cell(await outcomes(kind, name)));
		rows.push(`| \`${kind}\` | ${cells.join(' | ')} |\n`);
	}
	return rows.join('');
}

/** One that is refused as a whole, without a hint, says so in the first table. */
async function refusalRows(dialect: DialectName): Promise<string> {
	const hints = new Map<string, string>();
	for (const kind of kinds) {
		for (const refusal of await outcomes(kind, dialect)) {
			const { what, hint } = refusal ?? { what: '', hint: '' };
			if (hint.length > (hints.get(what)?.length ?? 0)) hints.set(what, hint);
		}
	}
	const rows = [...hints].map(([what, hint]) => `| ${escaped(what)} | ${escaped(hint)} |\n`);
	return rows.sort().join('');
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');

/** The types that every dialect has: those before the first of PostgreSQL. */
function typeRows(): string {
	const all = keysOf(t);
	const special: Readonly<Record<string, ColumnType>> = {
		enum: t.enum('state', ['new', 'sent']),
		string: t.string(20),
		unicode: t.unicode(20),
	};
	const shared = all.slice(0, all.indexOf('array')).filter((name) => name !== 'variant');
	return shared
		.map((name) => {
			const type = special[name] ?? (t[name] as () => ColumnType)();
			const cells = names.map((dialect) => `\`${textOf(dialects[dialect].spelling.type(type))}\``);
			return `| \`${name}\` | ${cells.join(' | ')} |\n`;
		})
		.join('');
}

suite('dialects/page', (test) => {
	test('dialects.md says what each dialect renders and refuses', async () => {
		const tables: Readonly<Record<string, string>> = {
			Operation: await operationRows(),
			'What mysql': await refusalRows('mysql'),
			'What sqlite': await refusalRows('sqlite'),
			Type: typeRows(),
		};
		let page = readFileSync(join(repository, 'docs/dialects.md'), 'utf8');
		for (const [head, rows] of Object.entries(tables)) {
			page = page.replace(new RegExp(`(?<=^\\| ${head} .*\\n.*\\n)(\\|.*\\n)*`, 'm'), () => rows);
		}
		golden('../../docs/dialects.md', page);
	});
});
