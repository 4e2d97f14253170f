import * as check from './arguments.ts';
import {
	type CheckConstraint,
	checkConstraint,
	type ForeignKey,
	foreignKey,
	foreignKeyConstraint,
	primaryKeyConstraint,
	type TableConstraint,
	uniqueConstraint,
} from './constraints.ts';
import { excludeConstraint } from './exclude-constraint.ts';
import { namedAgain } from './final-name.ts';

const TARGET = ['referredTable', 'referredColumns'] as const;

/** References to columns in parts: names may hold dots. */
function referencesOf({ referredTable, referredColumns }: check.Copied<(typeof TARGET)[number]>, label: string) {
	const { schema, name } = check.object<ForeignKey['referredTable']>('a table', 'name')(referredTable, label);
	const columns = check.columnNames(referredColumns, `${label}: columns`);
	return columns.map((column) => [...(schema === undefined ? [] : [schema]), name, column]);
}

/** A reference made by `foreignKey()`. */
export const foreignKeyArgument: check.Check<ForeignKey> = check.madeBy(
	'reference',
	'made by foreignKey()',
	TARGET,
	(copy, rest) => {
		const [target = [], ...further] = referencesOf(copy, 'foreignKey: target');
		if (further.length > 0) check.refuse('foreignKey: target', 'one column', copy.referredColumns);
		return foreignKey(target, namedAgain(rest));
	},
);

/** A constraint made by `checkConstraint()`. */
export const checkArgument: check.Check<CheckConstraint> = check.madeBy(
	'check',
	'made by checkConstraint()',
	['condition'],
	({ condition }, rest) => checkConstraint(condition, namedAgain(rest)),
);

/** A constraint of a table, by its kind. */
export const constraintChecks: { readonly [Kind in TableConstraint['kind']]: check.Check<TableConstraint> } = {
	check: checkArgument,
	exclude: check.madeBy('exclude', 'made by excludeConstraint()', ['elements'], ({ elements }, rest) =>
		excludeConstraint(elements, namedAgain(rest)),
	),
	foreignKey: check.madeBy('foreignKey', 'made by foreignKeyConstraint()', ['columns', ...TARGET], (copy, rest) =>
		foreignKeyConstraint(copy.columns, referencesOf(copy, 'foreignKeyConstraint: targets'), namedAgain(rest)),
	),
	primaryKey: check.madeBy('primaryKey', 'made by primaryKeyConstraint()', ['columns'], ({ columns }, rest) =>
		primaryKeyConstraint(columns, namedAgain(rest)),
	),
	unique: check.madeBy('unique', 'made by uniqueConstraint()', ['columns'], ({ columns }, rest) =>
		uniqueConstraint(columns, namedAgain(rest)),
	),
};

/** A constraint of a table, of any kind. */
export const constraintArgument: check.Check<TableConstraint> = check.oneKindOf(
	constraintChecks,
	'a constraint',
	"write for example uniqueConstraint(['email'])",
);
