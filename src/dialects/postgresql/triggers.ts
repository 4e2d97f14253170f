import type { CreateTrigger } from '../../ops/create-trigger.ts';
import type { TriggerEvent } from '../../schema/trigger.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { concat, joined, list, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { timing } from '../standard/constraints.ts';
import { commentOn } from './comments.ts';
import { parenthesized } from './index-element.ts';

const event = (given: TriggerEvent, q: Spelling): Sql =>
	typeof given === 'string' ? words(given) : words('UPDATE OF', joined(given.updateOf.map((name) => q.name(name))));

const transitions = ({ oldTable, newTable }: NonNullable<CreateTrigger['referencing']>, q: Spelling): Sql =>
	words(
		'REFERENCING',
		oldTable !== undefined && words('OLD TABLE AS', q.name(oldTable)),
		newTable !== undefined && words('NEW TABLE AS', q.name(newTable)),
	);

/** `ON app."user"` */
const on = ({ table }: Pick<CreateTrigger, 'table'>, q: Spelling): Sql => words('ON', q.qualified(table));

/** @see https://www.postgresql.org/docs/current/sql-createtrigger.html */
export const createTrigger: Compile<'createTrigger'> = (op, q) => {
	const { name, events, from, referencing, forEach, when } = op;
	const head = words(
		'CREATE',
		op.orReplace && 'OR REPLACE',
		op.constraint && 'CONSTRAINT',
		'TRIGGER',
		q.name(name),
		op.timing,
		joined(
			events.map((one) => event(one, q)),
			' OR ',
		),
		on(op, q),
	);
	const clauses = [
		from && words('FROM', q.qualified(from)),
		timing(op),
		referencing && transitions(referencing, q),
		forEach && words('FOR EACH', forEach),
		when && words('WHEN', parenthesized(q.expression(when))),
		words('EXECUTE FUNCTION', concat(q.qualified(op.function), list(op.arguments.map((text) => q.value(text))))),
	].filter((clause) => clause !== undefined && clause !== false);
	return [
		statement(joined([head, ...clauses], '\n    ')),
		...commentOn(words('TRIGGER', q.name(name), on(op, q)), op.comment, q),
	];
};

export const dropTrigger: Compile<'dropTrigger'> = (op, q) => [
	statement(words('DROP TRIGGER', op.ifExists && 'IF EXISTS', q.name(op.name), on(op, q), op.cascade && 'CASCADE')),
];

const switched = (
	verb: 'ENABLE TRIGGER' | 'DISABLE TRIGGER',
	{ table, name }: Pick<CreateTrigger, 'table' | 'name'>,
	q: Spelling,
): readonly Statement[] => [statement(words('ALTER TABLE', q.qualified(table), verb, q.name(name)))];

export const enableTrigger: Compile<'enableTrigger'> = (op, q) => switched('ENABLE TRIGGER', op, q);
export const disableTrigger: Compile<'disableTrigger'> = (op, q) => switched('DISABLE TRIGGER', op, q);
