/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import {
	checkConstraint,
	column,
	computed,
	excludeConstraint,
	foreignKey,
	foreignKeyConstraint,
	ident,
	identity,
	index,
	param,
	sql,
	t,
	table,
	uniqueConstraint,
} from 'gen-sql';

// What compiles.
column('a', t.array(t.string(10), { dimensions: 2 }), { serverDefault: ['x'], autoincrement: 'auto' });
column('a', t.string(2, { collation: 'C' }));
column('a', t.variant(t.json(), { postgresql: t.jsonb() }));
column('a', t.array(t.enum('e', ['x', 'y'], { schema: 'app', create: false })));
column('a', t.jsonb(), { serverDefault: { a: 1 }, comment: null, check: checkConstraint(sql`a > ${1}`) });
foreignKeyConstraint(['a'], [['app', 'user', 'id']], { postgresql: { notValid: true } });
excludeConstraint([
	['room', '='],
	[sql`period`, '&&'],
]);

// @ts-expect-error a type is made by t
column('a', 'text');

// @ts-expect-error a type is called
column('a', t.text);

// @ts-expect-error options are closed
column('a', t.text(), { notNull: true });

// @ts-expect-error a reference is made by foreignKey()
column('a', t.text(), { references: 'user.id' });

// @ts-expect-error an identity is made by identity()
column('a', t.text(), { identity: {} });

// @ts-expect-error a text has no length
t.text(255);

// @ts-expect-error a collation is a name
t.string(255, { collation: 5 });

// @ts-expect-error a number has no collation
t.integer({ collation: 'C' });

// @ts-expect-error a length is a number
t.string('255');

// @ts-expect-error options of a type are closed
t.dateTime({ timeZone: true });

// @ts-expect-error an enum has labels
t.enum('e');

// @ts-expect-error labels are strings
t.enum('e', [1]);

// @ts-expect-error SQLAlchemy's create_type is called create
t.enum('e', ['a'], { createType: false });

// @ts-expect-error dialects have SQLAlchemy's names
t.variant(t.json(), { postgres: t.jsonb() });

// @ts-expect-error a variant is a type
t.variant(t.json(), { postgresql: 'jsonb' });

// @ts-expect-error a number of digits is a number
t.numeric('10', 2);

// @ts-expect-error the columns that a deletion sets stand apart
foreignKey('a.b', { onDelete: 'SET NULL (a)' });

// @ts-expect-error a whole list of columns
uniqueConstraint('a');

// @ts-expect-error pairs
excludeConstraint(['room']);

// @ts-expect-error only createIndex can build concurrently
index('ix', ['a'], { postgresql: { concurrently: true } });

// @ts-expect-error a sequence counts
identity({ start: '1' });

// @ts-expect-error a computed value is an expression
computed(1);

// @ts-expect-error a target is given
foreignKey();

// @ts-expect-error a table has columns
table('a', [t.text()]);

// @ts-expect-error names are strings
ident(5);

// @ts-expect-error a parameter has a type
param('a');

// @ts-expect-error sql is a tag, not a function of a string
sql('select 1');
