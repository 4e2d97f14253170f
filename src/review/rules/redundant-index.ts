import { isDeepStrictEqual } from 'node:util';
import { shapeOf } from '../../dialects/postgresql/catalog/create-index.ts';
import { type IndexShape, withoutPlaces } from '../../dialects/postgresql/catalog/indexes.ts';
import type { IndexKey } from '../../dialects/postgresql/catalog/model.ts';
import type { NodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE, type Problem } from '../rule.ts';
import { firstColumn } from '../script-index.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const redundantIndex = defineRule({
	severity: 'info',
	group: 'design',
	about: 'A B-tree index whose columns another index of the table begins with.',
	why: 'Queries can use the longer one in its place, and every write has to keep up both.',
	advice:
		'Keep the longer one. Silent where the name is taken, where the script drops one of them, and where one has an order, a condition or a uniqueness that the other has not.',
	sources: ['https://www.postgresql.org/docs/current/indexes-multicolumn.html'],
	beside: ['implicit-transaction'],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS account (id bigint PRIMARY KEY, email text);\nCREATE INDEX CONCURRENTLY account_id ON account (id);',
			'CREATE INDEX CONCURRENTLY "ByPlan" ON app.account (plan, created_at DESC);\nCREATE INDEX CONCURRENTLY account_plan ON app.account (plan);',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text, plan text);\nCREATE INDEX account_email ON account (lower(email)) WHERE plan IS NOT NULL;\nCREATE INDEX account_email_plan ON account (lower(email), plan) WHERE plan IS NOT NULL;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email_id ON account (email, id);\nCREATE INDEX account_id_email ON account (id, email);',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE UNIQUE INDEX account_email ON account (email);\nCREATE INDEX account_email_id ON account (email, id);',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX account_email ON account (email, id);\nCREATE INDEX account_email_like ON account (email text_pattern_ops);\nCREATE INDEX account_email_open ON account (email) WHERE id > 9;\nCREATE INDEX account_email_hash ON account USING hash (email);',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text, plan text);\nCREATE INDEX account_email ON account (email);\nCREATE INDEX account_email_plan ON account (email, plan);\nDROP INDEX account_email;',
		],
	},
	statements: {
		IndexStmt: (statement, seen) => {
			const { relation, idxname } = statement;
			const isThere = idxname !== undefined && seen.relation({ ...schemaOf(statement), name: idxname }) !== undefined;
			const isTemporary = relation && seen.relation(relation)?.persistence === 'temporary';
			if (!relation || isTemporary || isThere) return NONE;
			const table = shown(relation);
			const made: Existing = { name: idxname ?? '', shape: shapeOf(statement), constraint: undefined };
			const others = indexesOf(relation, firstColumn(statement), seen);
			const longer = others.find((other) => isServedBy(made, other) && !isDropped(other.name, seen));
			if (longer) return [told(table, made, longer, seen)];
			return others
				.filter((other) => other.constraint === undefined && !seen.history.hasTold(keyOf(table, other)))
				.filter((other) => isServedBy(other, made) && !isDropped(other.name, seen))
				.map((other) => ({ ...told(table, other, made, seen), instead: withDrop(other, statement, seen) }));
		},
	},
});

interface Existing {
	readonly name: string;
	readonly shape: IndexShape;
	/** The constraint that it belongs to. */
	readonly constraint: string | undefined;
}

type IndexStatement = NodeOf<'IndexStmt'>;

const schemaOf = ({ relation }: IndexStatement): { readonly schema?: string } =>
	relation?.schemaname === undefined ? {} : { schema: relation.schemaname };

const keyOf = (table: string, { name }: Existing): string => `redundant ${table}.${name}`;

/** Each index is told once in a script. */
function told(table: string, index: Existing, other: Existing, { history }: Seen): Problem {
	history.tell(keyOf(table, index));
	return {
		object: `${table}.${shown({ name: index.name })}`,
		message: `${called(index.name)} on "${table}" adds nothing to ${called(other.name)}, which begins with its columns`,
	};
}

const called = (name: string): string => (name === '' ? 'the new index' : `"${shown({ name })}"`);

const withDrop = ({ name }: Existing, statement: IndexStatement, { text }: Seen): string =>
	`${text};\nDROP INDEX CONCURRENTLY ${spelled({ ...schemaOf(statement), name })};`;

/** Those that begin with a column: what the catalog knows, and of a table that it does not know, what the script created. */
function indexesOf(table: NodeOf<'RangeVar'>, column: string, seen: Seen): readonly Existing[] {
	const relation = seen.relation(table);
	if (!relation) {
		const created = seen.earlier.indexesOn(table, column);
		return created.map((each) => ({ name: each.idxname ?? '', shape: shapeOf(each), constraint: undefined }));
	}
	return relation.indexes.flatMap((id) => {
		const found = seen.known.get(id);
		const isCandidate = (found?.index?.keys[0]?.column ?? '') === column;
		return found?.index && isCandidate
			? { name: found.name, shape: found.index, constraint: found.index.constraint }
			: [];
	});
}

const isDropped = (name: string, { later }: Seen): boolean =>
	later.dropping(name).some(({ removeType }) => removeType === 'OBJECT_INDEX');

/** Whether whatever an index is good for, a longer or equal one is, too. */
function isServedBy({ shape: short }: Existing, { shape: long }: Existing): boolean {
	if (short.method !== 'btree' || long.method !== 'btree' || !long.isValid) return false;
	const isSameLength = short.keys.length === long.keys.length;
	if (short.isUnique && !(long.isUnique && isSameLength && short.areNullsDistinct === long.areNullsDistinct))
		return false;
	if (!isSame(short.predicate, long.predicate)) return false;
	const columns = [...long.include, ...long.keys.map(({ column }) => column)];
	return short.include.every((column) => columns.includes(column)) && beginsWith(long.keys, short.keys);
}

/** In the same order, or all the other way round, as an index can be read backwards. */
function beginsWith(keys: readonly IndexKey[], first: readonly IndexKey[]): boolean {
	const begin = keys.slice(0, first.length);
	return isSame(begin, first) || isSame(begin, first.map(reversed));
}

const reversed = (key: IndexKey): IndexKey => ({
	...key,
	isDescending: !key.isDescending,
	areNullsFirst: !key.areNullsFirst,
});

const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(withoutPlaces(a), withoutPlaces(b));
