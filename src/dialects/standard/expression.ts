import { GenSqlError } from '../../core/error.ts';
import { checkPlaces, type Inserted } from '../../sql/places.ts';
import { endsInLineComment, isOneExpression } from '../../sql/scan.ts';
import { textOf } from '../../sql/split.ts';
import type { Chunk, SqlFragment } from '../../sql/sql.ts';
import type { LiteralValue } from '../../sql/value.ts';
import { concat, joined, part, raw, type Sql } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';

type Speller = Pick<Spelling, 'lexis' | 'name' | 'value'>;

/**
 * SQL text with the names, values and parameters in it spelled out.
 *
 * @throws {GenSqlError} SQL_INVALID when one of them stands where it could not stay what it is: in quotes, for example.
 */
export function spellText(fragment: SqlFragment, q: Speller): Sql {
	const { chunks } = fragment;
	const pieces = chunks.map((chunk) => spellChunk(chunk, q));
	if (chunks.every(({ kind }) => kind === 'text')) return concat(...pieces);
	const inside = checkPlaces(textOf(concat(...pieces)), inserted(chunks, pieces), q.lexis).map(({ index }) => index);
	return concat(
		...pieces.map((piece, index) => {
			const chunk = chunks[index];
			const isBound = chunk?.kind === 'value' && !chunk.inline && !inside.includes(index);
			return isBound ? bound(piece) : piece;
		}),
	);
}

/** The pieces that are no text of the author, where they stand in the whole. */
function inserted(
	chunks: readonly Chunk[],
	pieces: readonly Sql[],
): readonly (Inserted & { readonly index: number })[] {
	let end = 0;
	return pieces.flatMap((piece, index) => {
		const start = end;
		end += textOf(piece).length;
		const kind = chunks[index]?.kind;
		return kind === 'text' || start === end ? [] : [{ start, end, index, isParameter: kind === 'parameter' }];
	});
}

/**
 * The same, to stand inside a statement.
 *
 * @throws {GenSqlError} SQL_INVALID when a quote or a parenthesis is not closed, or a semicolon stands between.
 */
export function spellExpression(fragment: SqlFragment, q: Speller): Sql {
	const spelled = spellText(fragment, q);
	const text = textOf(spelled);
	if (!isOneExpression(text, q.lexis)) {
		throw new GenSqlError('SQL_INVALID', `${JSON.stringify(text)} is not one expression`, {
			hint: 'close its parentheses, and leave semicolons out',
		});
	}
	return endsInLineComment(text, q.lexis) ? concat(spelled, raw('\n')) : spelled;
}

function spellChunk(chunk: Chunk, q: Speller): Sql {
	switch (chunk.kind) {
		case 'text':
			return raw(chunk.text);
		case 'name':
			return joined(
				chunk.names.map((name) => q.name(name)),
				'.',
			);
		case 'value':
			return value(chunk.value, q);
		case 'parameter':
			return part(chunk);
	}
}

const value = (given: LiteralValue, q: Speller): Sql =>
	isNegative(given) ? concat(raw('('), q.value(given), raw(')')) : q.value(given);

/** Literals that may become placeholders, when the project wants that. */
const bound = (spelled: Sql): Sql =>
	spelled.map((piece) =>
		typeof piece === 'object' && piece.kind === 'literal' ? { ...piece, bound: true } : piece,
	) as unknown as Sql;

/** In text, `a -${-1}` would otherwise become a comment. */
const isNegative = (value: unknown): boolean =>
	(typeof value === 'number' && (value < 0 || Object.is(value, -0))) || (typeof value === 'bigint' && value < 0n);
