/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import {
	checkConstraint,
	column,
	foreignKey,
	index,
	type Op,
	type Operation,
	type OperationKind,
	type RevisionModule,
	sql,
	t,
	table,
	uniqueConstraint,
} from 'gen-sql';

declare const op: Op;
const role = table('role', [column('name', t.text())]);

// What compiles: the vocabulary of the README and of design.md §3.
op.createTable('user', [column('id', t.uuid(), { primaryKey: true })], {
	schema: 'app',
	postgresql: { using: 'heap' },
});
op.bulkInsert(op.createTable('x', []), [{ a: sql`now()` }], { multiinsert: false });
op.dropIndex('ix', undefined, { postgresql: { concurrently: true } });
op.createIndex(null, 'user', ['a', sql`lower(b)`], { postgresql: { where: sql`a > 0` } });
op.alterColumn('a', 'b', { serverDefault: null, comment: null });
op.createEnum('state', ['new'] as const, { schema: 'app', ifNotExists: true });
op.dropEnum('state', { ifExists: true });
op.addEnumValue('state', 'sent', { after: 'new', ifNotExists: true });
op.renameEnumValue('state', 'sent', 'shipped', { schema: 'app' });
op.replaceEnum('state', ['new'] as const, {
	columns: [{ table: 'user', column: 'state', serverDefault: sql`'new'`, using: 'state' }],
	mapping: { sent: 'new', lost: null },
	was: { labels: ['new', 'sent'], mapping: {} },
});
op.createSchema('app', { authorization: sql`CURRENT_USER`, ifNotExists: true });
op.dropSchema('app', { cascade: true, was: { authorization: 'keeper' } });
op.renameSchema('app', 'core');
op.setSchema('user', 'app', { type: 'function', argumentTypes: [t.integer()] });
op.alterOwner('user', sql`CURRENT_USER`, { type: 'schema', existingOwner: 'keeper' });
op.createExtension('citext', { schema: 'app', version: '1.5', cascade: true, ifNotExists: true });
op.dropExtension('citext', { was: { schema: 'app' } });
op.createSequence('number', { type: t.integer(), start: 1n, ownedBy: ['app', 'user', 'id'] });
op.alterSequence('number', { restart: true, ownedBy: null, was: { ownedBy: 'user.id' } });
op.dropSequence('number', { was: { cycle: true } });
op.createDomain('email', t.text(), { notNull: true, constraints: [checkConstraint('true')] });
op.dropDomain('email', { cascade: true, was: { type: t.domain('mail', { schema: 'app' }) } });
op.renameColumn('user', 'mail', 'email', { schema: 'app', ifExists: true });
op.renameConstraint('uq', 'user', 'uq_user', { schema: 'app' });
op.renameIndex('ix', 'ix_user', { ifExists: true });
op.createTable('a', [uniqueConstraint(['b'], { name: op.f('uq') }), index(op.f('ix'), ['b'])]);
op.addColumn('a', column('b', t.text(), { references: foreignKey('c.d', { name: op.f('fk') }) }));
op.createIndex(op.f('ix'), 'a', ['b']);
op.dropIndex(op.f('ix'));
op.dropConstraint(op.f('ck'), 'a', 'check');
op.grant(['SELECT', 'INSERT'], { table: ['a', 'b'] }, 'reader', { schema: 'app', grantOption: true });
op.grant('SELECT', { table: 'a', columns: ['b'] }, ['reader', sql`CURRENT_USER`]);
op.grant('EXECUTE', { function: 'f', argumentTypes: [t.integer(), t.array(t.text())] }, 'reader');
op.revoke('ALL', { allTables: 'app' }, 'reader', { was: { privileges: ['SELECT'], grantOption: true } });
op.grantRole('readers', ['alice'], { adminOption: true, inherit: false });
op.revokeRole('readers', 'alice', { was: { set: false } });
op.createPartition(
	'p',
	'a',
	{ from: ['2026-01-01', sql`MINVALUE`], to: [new Date(0), 5] },
	{ partitionBy: 'LIST (b)' },
);
op.attachPartition('p', 'a', { modulus: 4, remainder: 0 }, { parentSchema: 'app' });
op.detachPartition('p', 'a', { concurrently: true, was: 'DEFAULT' });
op.validateConstraint(op.f('ck'), 'a', { type: 'check' });
op.createStatistics('st', 'a', ['b', sql`lower(c)`], { kinds: ['ndistinct', 'mcv'] });
op.dropStatistics('st', { was: { table: 'a', columns: ['b', 'c'] } });
op.alterStatistics('st', 100, { existingTarget: null });
op.setStorageParameters('a', { fillfactor: 70, autovacuum_enabled: null }, { type: 'table' });
op.createView('v', sql`select 1`, { columns: ['a'], checkOption: 'LOCAL', securityInvoker: true });
op.replaceView('v', 'select 1', { was: { query: 'select 2', securityBarrier: true }, comment: null });
op.dropView('v', { was: 'select 1', cascade: true });
op.refreshMaterializedView('v', { concurrently: true });
op.createFunction('f', { arguments: [{ type: t.text(), mode: 'OUT' }], language: 'sql', body: '' }, { schema: 'app' });
op.createFunction('f', { returns: { setof: t.text() }, sqlBody: sql`RETURN 1`, set: { search_path: ['app'] } });
op.dropFunction('f', [t.text()], { was: { returns: 'void', language: 'sql', body: '' } });
op.dropFunction('f');
op.createTrigger('tr', 'a', { timing: 'AFTER', events: ['INSERT', { updateOf: ['b'] }], function: ['app', 'f'] });
op.dropTrigger('tr', 'a', { was: { timing: 'BEFORE', events: ['DELETE'], function: 'f', forEach: 'ROW' } });
op.createPolicy('p', 'a', { as: 'RESTRICTIVE', for: 'UPDATE', to: ['reader', sql`CURRENT_USER`], using: 'true' });
op.alterPolicy('p', 'a', { to: 'public', existingTo: ['reader'] });
op.dropPolicy('p', 'a', { was: {} });
op.sqlFile('sql/search.sql');
op.createView('v', op.readSql('views/v.sql'));
op.alterDefaultPrivileges({ grant: ['SELECT'], on: 'TABLES', to: 'reader' }, { schema: 'app', forRole: 'owner' });
op.alterDefaultPrivileges({ revoke: 'ALL', on: 'FUNCTIONS', from: 'public' }, { was: 'EXECUTE' });
op.setComment('constraint', 'ck', null, { table: 'a', existingComment: 'x' });
export const awaited: Promise<number> = op.autocommitBlock(async () => 1);
export const plain: number = op.autocommitBlock(() => 1);
export const module: RevisionModule = {
	revision: '1975ea83b712',
	downRevision: null,
	upgrade(given) {
		given.dropTable('a');
	},
	downgrade: async (given) => {
		given.dropTable('a');
	},
};

// @ts-expect-error there is no such operation
op.createTabel('user', []);

// @ts-expect-error a name is a string
op.dropTable(5);

// @ts-expect-error a name of an operation on a constraint may be null, but not that of a drop
op.dropConstraint(null, 'a');

// @ts-expect-error a final name is one of a constraint or an index
op.dropTable(op.f('a'));

// @ts-expect-error a final name is no string
export const finalText: string = op.f('a');

// @ts-expect-error a final name is made by op.f()
op.dropIndex({ name: 'ix' });

// @ts-expect-error options are closed: a typo is no option
op.dropColumn('user', 'nickname', { ifExist: true });

// @ts-expect-error options of a dialect nest
op.createIndex('ix', 'user', ['a'], { concurrently: true });

// @ts-expect-error options of a dialect are closed, too
op.createIndex('ix', 'user', ['a'], { postgresql: { concurrent: true } });

// @ts-expect-error Alembic's prefixed options do not exist
op.alterColumn('a', 'b', { type: t.text(), postgresqlUsing: 'b' });

// @ts-expect-error there is something to change
op.alterColumn('a', 'b');

// @ts-expect-error arguments do not go on for ever
op.dropTable('a', {}, {});

// @ts-expect-error a column is made by column()
op.addColumn('user', { name: 'a', type: 'text' });

// @ts-expect-error a constraint is no column
op.addColumn('user', foreignKey('a.b'));

// @ts-expect-error a reference is no element of a table
op.createTable('user', [foreignKey('a.b')]);

// @ts-expect-error rows are objects
op.bulkInsert(role, [['admin']]);

// @ts-expect-error a table is described, not named
op.bulkInsert('role', [{ name: 'admin' }]);

// @ts-expect-error actions are words of the standard
op.createForeignKey('fk', 'a', 'b', ['c'], ['d'], { onDelete: 'DELETE' });

// @ts-expect-error the kinds are those of Alembic
op.dropConstraint('fk', 'a', 'fk');

// @ts-expect-error an enum has labels
op.createEnum('state');

// @ts-expect-error an enum is named, not described
op.dropEnum(t.enum('state', ['new']));

// @ts-expect-error there is no such privilege
op.grant('READ', { table: 'a' }, 'reader');

// @ts-expect-error a kind of object is named
op.grant('SELECT', 'a', 'reader');

// @ts-expect-error who gets it is told
op.grant('SELECT', { table: 'a' });

// @ts-expect-error a range has two ends
op.createPartition('p', 'a', { from: 1 });

// @ts-expect-error a partition has bounds
op.attachPartition('p', 'a');

// @ts-expect-error neither a key nor a unique constraint is checked later
op.validateConstraint('uq', 'a', { type: 'unique' });

// @ts-expect-error there are no such statistics
op.createStatistics('st', 'a', ['b', 'c'], { kinds: ['histogram'] });

// @ts-expect-error a target is a number, or null
op.alterStatistics('st', 'DEFAULT');

// @ts-expect-error a parameter has a plain value
op.setStorageParameters('a', { fillfactor: [70] });
// @ts-expect-error a view has a query
op.createView('v');

// @ts-expect-error a view that is there already is replaced by replaceView
op.createView('v', 'select 1', { orReplace: true });

// @ts-expect-error what a view was is told by its query
op.dropView('v', { was: { securityBarrier: true } });

// @ts-expect-error types are made by t
op.dropFunction('f', ['text']);

// @ts-expect-error a definition is closed
op.createFunction('f', { returns: 'void', language: 'sql', body: '', security: 'DEFINER' });

// @ts-expect-error a trigger runs a function
op.createTrigger('tr', 'a', { timing: 'AFTER', events: ['INSERT'] });

// @ts-expect-error events are words of the manual
op.createTrigger('tr', 'a', { timing: 'AFTER', events: ['UPSERT'], function: 'f' });

// @ts-expect-error there is something to change
op.alterPolicy('p', 'a');

// @ts-expect-error commands are words of the manual
op.createPolicy('p', 'a', { for: 'TRUNCATE' });

op.dropColumn('a', 'b', { waive: [{ rule: 'drop-column', reason: 'no reader' }] });
op.execute('select 1', { waive: [{ rule: 'drop-column', reason: 'no reader' }] });
op.batchAlterTable('a', (batch) => batch.dropColumn('b', { waive: [{ rule: 'drop-column', reason: 'no reader' }] }));
export const kept: number = op.waive('drop-column', 'no reader', () => 5);

// @ts-expect-error a waiver has a reason
op.dropColumn('a', 'b', { waive: [{ rule: 'drop-column' }] });

// @ts-expect-error SQL text has no options but those of all calls
op.execute('select 1', { schema: 'a' });

// @ts-expect-error a file has a path
op.sqlFile(sql`select 1`);
// @ts-expect-error a schema that may not be there is none that was there
op.dropSchema('app', { was: { ifNotExists: true } });

// @ts-expect-error a schema has no schema
op.renameSchema('app', 'core', { schema: 'x' });

// @ts-expect-error a rename has no say in a naming convention
op.renameIndex('ix', op.f('ix_user'));

// @ts-expect-error a grant goes to somebody
op.alterDefaultPrivileges({ grant: 'SELECT', on: 'TABLES', from: 'reader' });

// @ts-expect-error a table has an operation of its own
op.setComment('table', 'a', 'x');
// @ts-expect-error a schema is in none
op.setSchema('app', 'core', { type: 'schema' });

// @ts-expect-error an extension keeps its owner
op.alterOwner('cube', 'keeper', { type: 'extension' });

// @ts-expect-error an extension is in a schema, its name is not
op.dropExtension('citext', { schema: 'app' });

// @ts-expect-error a sequence that is new belongs to a column, or it says nothing
op.createSequence('number', { ownedBy: null });

// @ts-expect-error there is something to change
op.alterSequence('number');

// @ts-expect-error a domain has checks, and no other constraints
op.createDomain('email', t.text(), { constraints: [uniqueConstraint(['a'])] });

// @ts-expect-error a label stands before or after a label
op.addEnumValue('state', 'sent', { before: true });

// @ts-expect-error a column is one of a table
op.replaceEnum('state', ['new'], { columns: [{ column: 'state' }] });

// @ts-expect-error a database is never asked
op.getBind();

// @ts-expect-error the context is read only
op.getContext().x['tenant'] = 'acme';

// @ts-expect-error neither is an operation written over
op.dropTable('a').valueOf();

type Last<List extends readonly unknown[]> = Required<List> extends readonly [...unknown[], infer Item] ? Item : never;
type OptionsOf<Kind extends OperationKind> = Extract<Last<Parameters<Op[Kind]>>, object>;
type IsOpen<Options> = [Options] extends [never] ? false : string extends keyof Options ? true : false;

/** The operations whose options, or whose options of PostgreSQL, would take any key. */
type Open = {
	[Kind in OperationKind]: true extends
		| IsOpen<OptionsOf<Kind>>
		| (OptionsOf<Kind> extends { readonly postgresql?: infer Nested } ? IsOpen<NonNullable<Nested>> : false)
		? Kind
		: never;
}[OperationKind];

/** There is none: the error names those that would be. */
export const closed: [Open] extends [never] ? 'closed' : Open = 'closed';

declare const recorded: Operation;

/** Recorded names are settled: a text, or none where the server chooses. */
export function constraintName(operation: Operation): string | undefined {
	return operation.kind === 'createUniqueConstraint' ? operation.constraint.name : undefined;
}

/** An index always has one. */
export function indexNames(operation: Operation): readonly string[] {
	return operation.kind === 'createTable' || operation.kind === 'addColumn'
		? operation.indexes.map(({ name }) => name)
		: [];
}

// @ts-expect-error a recorded operation is not changed
recorded.kind = 'dropTable';

/** An operation is told apart by its kind. */
export function newName(operation: Operation): string {
	if (operation.kind === 'renameTable') return operation.newName;
	// @ts-expect-error only renameTable has a new name
	return operation.newName;
}

// @ts-expect-error a revision has an id
export const anonymous: RevisionModule = { downRevision: null, upgrade() {}, downgrade() {} };
