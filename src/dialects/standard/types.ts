import { GenSqlError } from '../../core/error.ts';
import type { Lexis } from '../../sql/lexis.ts';
import { endsInLineComment, isOneExpression } from '../../sql/scan.ts';
import { type ColumnType, type TypeName, typeIn } from '../../sql/types.ts';
import { raw, type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';

/** How a dialect writes one kind of type, without its collation. */
export type Spell = (type: ColumnType) => string;

export const same =
	(text: string): Spell =>
	() =>
		text;

export const sized =
	(text: string): Spell =>
	({ length }) =>
		length === undefined ? text : `${text}(${length})`;

/** `numeric(10, 2)` */
export const numeric =
	(text: string): Spell =>
	({ precision, scale }) =>
		precision === undefined
			? text
			: `${text}(${[precision, scale].filter((digits) => digits !== undefined).join(', ')})`;

/** Digits after the seconds; no server of ours keeps more. */
const MAX_FRACTION = 6;

/** `(3)`: digits after the seconds. PostgreSQL would take more than six, with no more than a warning. */
export function fraction({ name: type, precision }: ColumnType, dialect: string): string {
	if (precision === undefined) return '';
	if (precision <= MAX_FRACTION) return `(${precision})`;
	return unsupported(dialect, `keep ${precision} digits after the seconds of t.${type}`, 'it keeps up to 6');
}

/** The text of `t.raw`, which has to be the SQL of one type. */
export const rawType =
	(lexis: Lexis): Spell =>
	({ text = '' }) => {
		if (isOneExpression(text, lexis) && !endsInLineComment(text, lexis)) return text;
		throw new GenSqlError('SQL_INVALID', `${JSON.stringify(text)} is not the SQL of one type`);
	};

/** How a dialect writes the types that it has. */
export type TypeSpellings = { readonly [Name in TypeName]?: Spell };

/** Writes types with their collation, and refuses those that the dialect lacks. */
export const typeSpeller =
	({ dialect, name }: Pick<Spelling, 'dialect' | 'name'>, spellings: TypeSpellings) =>
	(given: ColumnType): Sql => {
		const type = typeIn(dialect, given);
		const spell = Object.hasOwn(spellings, type.name) ? spellings[type.name as TypeName] : undefined;
		if (!spell) {
			return unsupported(
				dialect,
				`spell the type "${type.name}"`,
				`say what it is there: t.variant(…, { ${dialect}: t.text() })`,
			);
		}
		return words(raw(spell(type)), type.collation !== undefined && words('COLLATE', name(type.collation)));
	};

/** `DATETIME`, which is what SQLAlchemy stores an interval in where there is no type for it. */
export const intervalType =
	(dialect: string, text: string): Spell =>
	({ fields, precision }) =>
		fields === undefined && precision === undefined
			? text
			: unsupported(dialect, 'limit the fields or the precision of an interval', 'leave them out');
