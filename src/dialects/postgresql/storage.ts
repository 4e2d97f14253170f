import { statement } from '../../sql/statement.ts';
import { concat, joined, list, raw, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { dotted } from './index-element.ts';
import { quoteString } from './literals.ts';
import { objectWords } from './object-name.ts';

type Parameters = Readonly<Record<string, string | number | boolean>>;

const storageValue = (value: string | number | boolean): string =>
	typeof value === 'string' ? quoteString(value) : String(value);

/** `(fillfactor = 70)`; `toast.autovacuum_enabled` has a namespace. */
const parameterList = (given: Parameters, q: Spelling): Sql =>
	list(Object.entries(given).map(([key, value]) => concat(dotted(key, q), raw(` = ${storageValue(value)}`))));

/** `WITH (fillfactor = 70)`, of tables and of indexes, or nothing. */
export const storageParameters = (given: Parameters | undefined, q: Spelling): Sql | false =>
	given !== undefined && words('WITH', parameterList(given, q));

/** @see https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-STORAGE-PARAMETER */
export const setStorageParameters: Compile<'setStorageParameters'> = ({ relation, type, parameters }, q) => {
	const entries = Object.entries(parameters);
	const wanted = Object.fromEntries(entries.filter(([, value]) => value !== null)) as Parameters;
	const reset = entries.filter(([, value]) => value === null).map(([key]) => dotted(key, q));
	const actions = [
		Object.keys(wanted).length > 0 && words('SET', parameterList(wanted, q)),
		reset.length > 0 && words('RESET', list(reset)),
	].filter((action) => action !== false);
	return [statement(words('ALTER', objectWords(type), q.qualified(relation), joined(actions)))];
};
