import type { QualifiedName } from '../../core/names.ts';
import type { ReplaceEnum } from '../../ops/replace-enum.ts';
import { type EnumMapping, inSteps, type ReplacedColumn } from '../../schema/enum-replacement.ts';
import { textOf } from '../../sql/split.ts';
import { statement } from '../../sql/statement.ts';
import { type ColumnType, t } from '../../sql/types.ts';
import { concat, joined, list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';
import { doBlock } from './do-block.ts';
import { label } from './enums.ts';
import { quoteString } from './literals.ts';
import { typeName } from './types.ts';

const MAX_IDENTIFIER = 63;
const SUFFIX = '_gen_sql_old';

/** The name of the old type until it is dropped: as much of its own as there is room for. */
function oldName({ name, ...schema }: QualifiedName): QualifiedName {
	let kept = '';
	for (const char of name) {
		if (Buffer.byteLength(kept + char + SUFFIX) > MAX_IDENTIFIER) break;
		kept += char;
	}
	return { ...schema, name: kept + SUFFIX };
}

/**
 * No ALTER TYPE drops a label or moves one.
 *
 * @see https://www.postgresql.org/docs/current/sql-altertype.html
 */
export const replaceEnum: Compile<'replaceEnum'> = (op, q) => {
	const { type, labels, columns, scope = [] } = op;
	if (scope.some(({ kind }) => kind === 'autocommit')) {
		unsupported('postgresql', `replace the enum "${type.name}" outside a transaction`, 'move it out of the block');
	}
	const old = oldName(type);
	const checked = columns.filter(({ using }) => !using);
	return [
		...(checked.length > 0 ? [statement(unlessLost(op, checked, q))] : []),
		statement(words('ALTER TYPE', typeName(type), 'RENAME TO', q.name(old.name))),
		statement(words('CREATE TYPE', typeName(type), 'AS ENUM', list(labels.map((text) => raw(label(text)))))),
		...byTable(columns).map((group) => statement(converted(op, group, q))),
		statement(words('DROP TYPE', q.qualified(old))),
	];
};

/** The columns of each table: it is written anew once. */
function byTable(columns: readonly ReplacedColumn[]): readonly (readonly ReplacedColumn[])[] {
	const groups = new Map<string, ReplacedColumn[]>();
	for (const column of columns) {
		const key = JSON.stringify([column.table.schema, column.table.name]);
		groups.set(key, [...(groups.get(key) ?? []), column]);
	}
	return [...groups.values()];
}

function converted(op: ReplaceEnum, columns: readonly ReplacedColumn[], q: Spelling): Sql {
	const actions = columns.flatMap((column) =>
		actionsFor(op, column, q).map((action) => words('ALTER COLUMN', q.name(column.column), action)),
	);
	const [table] = columns.map((column) => q.qualified(column.table));
	return concat(words('ALTER TABLE', table), raw('\n    '), joined(actions, ',\n    '));
}

function actionsFor({ type, labels, mapping }: ReplaceEnum, column: ReplacedColumn, q: Spelling): readonly Sql[] {
	const { serverDefault: next, using, array } = column;
	const item = t.enum(type.name, labels, { create: false, ...(type.schema !== undefined && { schema: type.schema }) });
	const to = array ? t.array(item) : item;
	const value = using ? q.expression(using) : conversion(column, to, mapping, q);
	return [
		next !== undefined && words('DROP DEFAULT'),
		words('TYPE', q.type(to), 'USING', value),
		next !== undefined && next !== null && words('SET DEFAULT', q.value(next, to)),
	].filter((action) => action !== false);
}

/** Through text: a CASE for one label, and replacements one after the other for an array of them. */
function conversion({ column, array }: ReplacedColumn, to: ColumnType, mapping: EnumMapping, q: Spelling): Sql {
	const text = concat(q.name(column), raw(array ? '::text[]' : '::text'));
	const cast = concat(raw('::'), q.type(to));
	const spelled = (given: string | null): Sql => (given === null ? words('NULL') : raw(label(given)));
	if (array) {
		const replaced = (inSteps(mapping) ?? []).reduce(
			(inner, [from, next]) => concat(raw('array_replace('), joined([inner, spelled(from), spelled(next)]), raw(')')),
			text,
		);
		return concat(replaced, cast);
	}
	const cases = Object.entries(mapping).map(([from, next]) => words('WHEN', spelled(from), 'THEN', spelled(next)));
	return concat(cases.length > 0 ? words('CASE', text, ...cases, 'ELSE', text, 'END') : text, cast);
}

/** The tables are locked before they are looked at, so that nobody can write a lost label in between. */
function unlessLost({ type, labels, mapping }: ReplaceEnum, columns: readonly ReplacedColumn[], q: Spelling): Sql {
	const known = [...new Set([...labels, ...Object.keys(mapping)])].map(label).join(', ');
	const tables = byTable(columns).map(([first]) => (first ? textOf(q.qualified(first.table)) : ''));
	return doBlock([
		'DECLARE',
		'    lost text;',
		'BEGIN',
		`    LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE;`,
		...columns.flatMap((column) => refusal(column, textOf(typeName(type)), known, q)),
		'END',
	]);
}

function refusal(
	{ table, column, array }: ReplacedColumn,
	type: string,
	known: string,
	q: Spelling,
): readonly string[] {
	const [from, name] = [textOf(q.qualified(table)), textOf(q.name(column))];
	const held = array ? 'held.label::text' : `held.${name}::text`;
	const source = array ? `${from} AS row_of, unnest(row_of.${name}) AS held(label)` : `${from} AS held`;
	return [
		`    SELECT string_agg(DISTINCT quote_literal(${held}), ', ') INTO lost`,
		`        FROM ${source} WHERE ${held} <> ALL (ARRAY[${known}]::text[]);`,
		'    IF lost IS NOT NULL THEN',
		`        RAISE EXCEPTION USING MESSAGE = ${quoteString(`gen-sql: ${from}.${name} holds labels that ${type} is no longer to have: `)} || lost,`,
		"            HINT = 'Map them in replaceEnum(), or change the rows before. This transaction changes nothing.';",
		'    END IF;',
	];
}
