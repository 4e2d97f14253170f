import { literalText } from '../../dialects/postgresql/catalog/trees.ts';
import { type NewColumn, newColumns } from '../column-type.ts';
import { defineRule } from '../rule.ts';

export const dontDoTypes = defineRule({
	severity: 'info',
	group: 'design',
	about:
		'A new column of a type that is seldom what is meant: money, time with time zone, timestamp(0), or a float for an amount.',
	why: 'Each gives wrong values: money has the currency of the server that prints it, a time of day with an offset has no zone, timestamp(0) rounds up into the next second or day, and a float cannot hold 0.1.',
	advice: 'Take numeric for amounts, timestamptz for points in time, and date_trunc() where seconds are enough.',
	op: "op.addColumn('bill', column('total', t.numeric(12, 2)));",
	sources: [
		'https://www.postgresql.org/docs/current/datatype-money.html',
		'https://www.postgresql.org/docs/current/datatype-datetime.html',
		'https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-FLOAT',
	],
	examples: {
		bad: [
			'CREATE TABLE bill (id bigint PRIMARY KEY, total money);',
			'ALTER TABLE app.bill ADD COLUMN due timetz, ADD COLUMN note text;',
			'CREATE TABLE bill (id bigint PRIMARY KEY, paid_at timestamptz(0));',
			'CREATE TABLE bill (id bigint PRIMARY KEY, "unitPrice" double precision, net_amount real[]);',
		],
		good: [
			'CREATE TABLE bill (id bigint PRIMARY KEY, total numeric(12, 2), due timestamptz, paid_at timestamptz(3));',
			'CREATE TABLE bill (id bigint PRIMARY KEY, weight double precision, price_elasticity float8, opens time);',
			'CREATE TEMP TABLE bill (total money);',
			'CREATE TABLE bill (id bigint PRIMARY KEY, "timetz" text, money text);',
		],
	},
	every: (seen) =>
		newColumns(seen).flatMap((column) => {
			const { object } = column;
			const problem = problemOf(column);
			return problem === undefined ? [] : { object, message: `"${object}" ${problem}` };
		}),
});

function problemOf({ column: { colname = '', typeName }, type }: NewColumn): string | undefined {
	if (type === 'money') return 'is money, whose currency depends on the server that prints it';
	if (type === 'timetz') return 'is a time of day with an offset, which says nothing without a date';
	const isWhole = typeName?.typmods?.length === 1 && literalText(typeName.typmods[0]) === '0';
	if (/^timestamp(?:tz)?$/.test(type) && isWhole) return 'rounds to seconds, also into the next day';
	if (/^float[48]$/.test(type) && AMOUNT.test(colname)) return 'is a float, which cannot hold an amount such as 0.1';
	return undefined;
}

/** Names of amounts of money: `price`, `net_amount`, `unitPrice`. */
const AMOUNT =
	/(?:^|_)(?:amount|balance|cost|fee|price|revenue|salary)s?$|(?:Amount|Balance|Cost|Fee|Price|Revenue|Salary)s?$/;
