import type {
	CheckConstraint,
	ForeignKeyConstraint,
	PrimaryKeyConstraint,
	TableConstraint,
	UniqueConstraint,
} from '../../schema/constraints.ts';
import type { ExcludeConstraint } from '../../schema/exclude-constraint.ts';
import { list, raw, type Sql, words } from '../../sql/words.ts';
import type { Spelling } from '../dialect.ts';
import { constraintName, names, referenceOptions, timing } from '../standard/constraints.ts';
import { unsupported } from '../unsupported.ts';
import { indexElement, parenthesized } from './index-element.ts';

/** Each kind of constraint without its name. @see https://www.postgresql.org/docs/current/sql-createtable.html */
const bodies: {
	readonly [Kind in TableConstraint['kind']]: (item: TableConstraint & { kind: Kind }, q: Spelling) => Sql;
} = {
	check: (item: CheckConstraint, q) => checkBody(item, q),
	exclude: (item: ExcludeConstraint, q) =>
		words(
			'EXCLUDE USING',
			q.name(item.using ?? 'gist'),
			list(
				item.elements.map(([subject, operator]) => words(indexElement(subject, q, item.ops), 'WITH', raw(operator))),
			),
			item.where && words('WHERE', parenthesized(q.expression(item.where))),
			timing(item),
		),
	foreignKey: (item: ForeignKeyConstraint, q) =>
		words('FOREIGN KEY', names(item.columns, q), referencesClause(item, q), item.postgresql?.notValid && 'NOT VALID'),
	primaryKey: (item: PrimaryKeyConstraint, q) =>
		words('PRIMARY KEY', names(item.columns, q), included(item.postgresql?.include, q), timing(item)),
	unique: (item: UniqueConstraint, q) =>
		words(
			'UNIQUE',
			item.postgresql?.nullsNotDistinct && 'NULLS NOT DISTINCT',
			names(item.columns, q),
			included(item.postgresql?.include, q),
			timing(item),
		),
};

/**
 * `REFERENCES …`, in a column or a table.
 *
 * @see https://www.postgresql.org/docs/current/sql-createtable.html — MATCH PARTIAL is not yet implemented.
 */
export function referencesClause(item: ForeignKeyConstraint, q: Spelling): Sql {
	if (item.match === 'PARTIAL') {
		return unsupported('postgresql', 'check a foreign key with MATCH PARTIAL', 'use FULL or SIMPLE');
	}
	const set = item.postgresql?.onDeleteColumns;
	return words(
		'REFERENCES',
		q.qualified(item.referredTable),
		names(item.referredColumns, q),
		referenceOptions(item, set && names(set, q)),
	);
}

/**
 * `CHECK (…)`, in a column or a table.
 *
 * @see https://www.postgresql.org/docs/current/sql-createtable.html — NOT NULL and CHECK are not deferrable.
 */
function checkBody({ condition, deferrable, initially, postgresql }: CheckConstraint, q: Spelling): Sql {
	if (deferrable || initially) {
		return unsupported(
			'postgresql',
			'put off a check to the end of the transaction',
			'leave deferrable and initially out; a constraint trigger, made with op.createTrigger(), can wait',
		);
	}
	return words(
		'CHECK',
		parenthesized(q.expression(condition)),
		postgresql?.noInherit && 'NO INHERIT',
		postgresql?.notValid && 'NOT VALID',
	);
}

/** `INCLUDE (a, b)`, or nothing. */
export const included = (columns: readonly string[] | undefined, q: Spelling): Sql | false =>
	columns !== undefined && words('INCLUDE', names(columns, q));

/** A constraint as it stands in a table, its name in front. */
export function constraint(item: TableConstraint, q: Spelling): Sql {
	const body = bodies[item.kind] as (item: TableConstraint, q: Spelling) => Sql;
	return words(constraintName(item.name, q), body(item, q));
}
