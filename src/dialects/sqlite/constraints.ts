import type { DeferrableOptions, ForeignKeyConstraint, TableConstraint } from '../../schema/constraints.ts';
import { list, type Sql, words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { constraintName, names, referenceOptions } from '../standard/constraints.ts';
import { unsupported } from '../unsupported.ts';

/**
 * A constraint as it stands in a table, its name in front.
 *
 * @param schema - Of the table.
 * @see https://www.sqlite.org/lang_createtable.html
 */
export const constraint = (item: TableConstraint, schema: string | undefined, q: Spelling): Sql =>
	words(constraintName(item.name, q), body(item, schema, q));

function body(item: TableConstraint, schema: string | undefined, q: Spelling): Sql {
	switch (item.kind) {
		case 'check':
			checkTiming(item);
			return words('CHECK', list([q.expression(item.condition)]));
		case 'exclude':
			return unsupported('sqlite', 'let no two rows of a table meet', 'a trigger can refuse the second');
		case 'foreignKey':
			return words('FOREIGN KEY', names(item.columns, q), referencesClause(item, schema, q));
		case 'primaryKey':
			checkTiming(item);
			return words('PRIMARY KEY', names(item.columns, q));
		case 'unique':
			checkTiming(item);
			return words('UNIQUE', names(item.columns, q));
	}
}

/** Only foreign keys can wait. @see https://www.sqlite.org/foreignkeys.html#fk_deferred */
function checkTiming({ deferrable, initially }: DeferrableOptions): void {
	if (!deferrable && !initially) return;
	unsupported('sqlite', 'put off a constraint to the end of the transaction', 'only a foreign key can wait');
}

/**
 * `REFERENCES …`, in a column or a table. The other table is one of the same schema, whose name cannot be said.
 *
 * @see https://www.sqlite.org/foreignkeys.html#fk_unsupported — MATCH is parsed, and taken for SIMPLE.
 */
export function referencesClause(item: ForeignKeyConstraint, schema: string | undefined, q: Spelling): Sql {
	const { referredTable, referredColumns, match, deferrable, initially } = item;
	if (referredTable.schema !== undefined && referredTable.schema !== schema) {
		unsupported('sqlite', `refer to a table of the schema "${referredTable.schema}"`, 'a key stays in its schema');
	}
	if (match !== undefined && match !== 'SIMPLE') {
		unsupported('sqlite', `check a foreign key with MATCH ${match}`, 'leave match out');
	}
	// INITIALLY alone is no SQL to SQLite.
	const timing = initially === undefined ? {} : { deferrable: deferrable ?? initially === 'DEFERRED' };
	return words(
		'REFERENCES',
		q.name(referredTable.name),
		names(referredColumns, q),
		referenceOptions({ ...item, ...timing }),
	);
}

const refuse = (what: string, hint: string) => (): never => unsupported('sqlite', what, hint);

const IN_TABLE = 'create the table with it';

export const createCheckConstraint: Compile<'createCheckConstraint'> = refuse('add a check to a table', IN_TABLE);
export const createForeignKey: Compile<'createForeignKey'> = refuse('add a foreign key to a table', IN_TABLE);
export const createPrimaryKey: Compile<'createPrimaryKey'> = refuse('add a primary key to a table', IN_TABLE);
export const createUniqueConstraint: Compile<'createUniqueConstraint'> = refuse(
	'add a unique constraint to a table',
	'a unique index says the same: createIndex(…, { unique: true })',
);
export const dropConstraint: Compile<'dropConstraint'> = refuse(
	'drop a constraint of a table',
	'create another table without it, copy the rows, drop the old one and rename the new one',
);
