import { describe } from '../../core/names.ts';
import type { Value } from '../../schema/arguments.ts';
import { isSqlFragment, type SqlFragment } from '../../sql/sql.ts';
import { type ColumnType, isEnumType } from '../../sql/types.ts';
import { part, type Sql } from '../../sql/words.ts';
import { invalid, isJson, jsonText, labelOf, noLiteral, numberText, uuidDigits } from './values.ts';

/** What is neither NULL nor SQL. */
type Given = Exclude<Value, SqlFragment | null>;

/** How a dialect that has no types of its own for enums, UUIDs and intervals writes each kind of value. */
export interface LiteralWords {
	/** What the server is called, for messages. */
	readonly title: string;
	/** What it has in the place of intervals, for messages: `SQLite has no intervals`. */
	readonly withoutIntervals: string;
	/** Any text. */
	text(value: string): string;
	/** Text that holds nothing to escape but quotes. */
	quoted(value: string): string;
	boolean(value: boolean): string;
	bigint(value: bigint): string;
	/** Writes NaN and the infinities, or refuses them. */
	nonFinite(value: number): string;
	bytes(hex: string): string;
	date(value: Date, type: ColumnType | undefined): string;
}

const literal = (text: string): Sql => part({ kind: 'literal', text });

/**
 * Writes a value, for a column of a type or for none.
 *
 * @throws {GenSqlError} LITERAL_INVALID when the value has no literal, or none of that type.
 */
export const valueSpeller =
	(words: LiteralWords) =>
	(value: Value | null, type: ColumnType | undefined, expression: (fragment: SqlFragment) => Sql): Sql => {
		if (value === null) return literal('NULL');
		if (isSqlFragment(value)) return expression(value);
		return literal(type ? typed(value, type, words) : plain(value, type, words));
	};

function typed(value: Given, type: ColumnType, words: LiteralWords): string {
	if (isJson(type)) return words.text(jsonText(value, words.title));
	if (isEnumType(type)) return words.text(labelOf(value, type));
	if (type.name === 'uuid') return words.quoted(uuidDigits(value));
	if (type.name !== 'interval') return plain(value, type, words);
	throw invalid(`${describe(value)} has no literal of type interval`, `${words.withoutIntervals}: give sql\`…\``);
}

function plain(value: Given, type: ColumnType | undefined, words: LiteralWords): string {
	switch (typeof value) {
		case 'string':
			return words.text(value);
		case 'boolean':
			return words.boolean(value);
		case 'bigint':
			return words.bigint(value);
		case 'number':
			return numberText(value, type, words.nonFinite);
		default:
			return object(value, type, words);
	}
}

function object(value: object, type: ColumnType | undefined, words: LiteralWords): string {
	if (value instanceof Uint8Array) return words.bytes(Buffer.from(value).toString('hex'));
	if (value instanceof Date) return words.quoted(words.date(value, type));
	throw noLiteral(value, type, 'only json columns take one');
}
