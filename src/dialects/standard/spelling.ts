import type { Value } from '../../schema/arguments.ts';
import type { SqlFragment } from '../../sql/sql.ts';
import { type ColumnType, typeIn } from '../../sql/types.ts';
import { concat, raw, type Sql } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { spellExpression, spellText } from './expression.ts';

/** What a dialect has to say for itself. */
interface Words extends Pick<Spelling, 'dialect' | 'lexis' | 'name' | 'type'> {
	/**
	 * @param type - With its variants replaced.
	 * @param expression - Spells an `sql` fragment, which stands as it is.
	 */
	value(value: Value | null, type: ColumnType | undefined, expression: (fragment: SqlFragment) => Sql): Sql;
}

/** The spelling of a dialect that does the rest as others do. */
export function standardSpelling({ dialect, lexis, name, type, value }: Words): Spelling {
	const resolveType = (given: ColumnType): ColumnType => typeIn(dialect, given);
	const spelling: Spelling = {
		dialect,
		lexis,
		name,
		qualified: (target) =>
			target.schema === undefined ? name(target.name) : concat(name(target.schema), raw('.'), name(target.name)),
		resolveType,
		type,
		value: (given, of) => value(given, of && resolveType(of), spelling.expression),
		text: (fragment) => spellText(fragment, spelling),
		expression: (fragment) => spellExpression(fragment, spelling),
	};
	return spelling;
}
