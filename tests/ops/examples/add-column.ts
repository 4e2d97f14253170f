import { checkConstraint, column, computed, foreignKey, identity, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { constraint, indexDefinition } from './queries.ts';

const id = column('id', t.bigInteger(), { primaryKey: true });

export const addColumn: OperationExamples = {
	arguments: { args: { table: 'account', column: column('a', t.text()) }, names: ['table'] },
	cases: {
		plain: (op) => op.addColumn('user', column('nickname', t.string(50))),
		'in a schema, if not exists': (op) =>
			op.addColumn('account', column('age', t.smallInteger()), { schema: 'app', ifNotExists: true }),
		'names that need quotes': (op) =>
			op.addColumn('Order.Item', column('say "hi"', t.text()), { schema: 'größe', ifNotExists: false }),
		'not null with a string as default': (op) =>
			op.addColumn('account', column('plan', t.string(20), { nullable: false, serverDefault: "it's \\ free" })),
		'an expression as default': (op) =>
			op.addColumn(
				'account',
				column('created_at', t.dateTime({ timezone: true }), { nullable: false, serverDefault: sql`now()` }),
			),
		'false as default': (op) =>
			op.addColumn('account', column('locked', t.boolean(), { nullable: false, serverDefault: false })),
		'collations, also of the items of an array': (op) => {
			op.addColumn('account', column('slug', t.string(50, { collation: 'C' }), { serverDefault: '' }));
			op.addColumn('account', column('tags', t.array(t.text({ collation: 'und-x-icu' })), { serverDefault: ['a'] }));
		},
		'an enum, with a default': (op) =>
			op.addColumn('account', column('plan', t.enum('plan', ['free', "d'or"]), { serverDefault: "d'or" })),
		'an enum that may be there, in a schema': (op) =>
			op.addColumn('account', column('plan', t.enum('Plan', ['free'], { schema: 'app' })), { ifNotExists: true }),
		'an array of an enum': (op) =>
			op.addColumn('account', column('plans', t.array(t.enum('plan', ['free', 'paid'])), { serverDefault: ['paid'] })),
		'an enum that something else creates': (op) =>
			op.addColumn('account', column('plan', t.enum('plan', ['free'], { create: false }), { serverDefault: 'free' })),
		'NULL as default': (op) => op.addColumn('account', column('note', t.text(), { serverDefault: sql`NULL` })),
		'JSON as default': (op) =>
			op.addColumn('account', column('settings', t.jsonb(), { serverDefault: { theme: "it's dark", tags: ['a\\b'] } })),
		'an array as default': (op) =>
			op.addColumn('account', column('roles', t.array(t.text()), { serverDefault: ['member', "d'or"] })),
		'a comment': (op) => op.addColumn('account', column('plan', t.text(), { comment: "what the tenant's pays" })),
		'an index': (op) => op.addColumn('account', column('email', t.text(), { index: true })),
		'an index and a comment, in a schema, if not exists': (op) =>
			op.addColumn('account', column('email', t.text(), { index: true, comment: 'lower case' }), {
				schema: 'app',
				ifNotExists: true,
			}),
		unique: (op) => op.addColumn('account', column('email', t.text(), { unique: true })),
		'a unique index': (op) => op.addColumn('account', column('email', t.text(), { unique: true, index: true })),
		'a key that counts by itself': (op) => op.addColumn('account', id),
		'a key that does not count by itself': (op) =>
			op.addColumn('account', column('id', t.integer(), { primaryKey: true, autoincrement: false })),
		'counting by itself without being a key': (op) =>
			op.addColumn('account', column('position', t.integer(), { nullable: false, autoincrement: true })),
		'a foreign key': (op) =>
			op.addColumn('account', column('owner_id', t.bigInteger(), { references: foreignKey('user.id') })),
		'a key that refers to another one, and a unique index': (op) =>
			op.addColumn(
				'account',
				column('user_id', t.integer(), {
					primaryKey: true,
					unique: true,
					index: true,
					references: foreignKey('user.id', { name: 'fk_account_user' }),
				}),
			),
		'a foreign key with every option': (op) =>
			op.addColumn(
				'account',
				column('owner_id', t.bigInteger(), {
					references: foreignKey('app.user.id', {
						name: 'fk_account_owner',
						match: 'FULL',
						onDelete: 'SET NULL',
						onUpdate: 'CASCADE',
						deferrable: true,
						initially: 'DEFERRED',
					}),
				}),
			),
		'a foreign key not valid': (op) =>
			op.addColumn(
				'account',
				column('owner_id', t.bigInteger(), {
					references: foreignKey('user.id', { postgresql: { notValid: true } }),
				}),
			),
		'computed from others': (op) =>
			op.addColumn('account', column('full_name', t.text(), { computed: computed("first || ' ' || last") })),
		'stored, computed with a comment at the end': (op) =>
			op.addColumn(
				'account',
				column('size', t.integer(), { computed: computed('length(body) -- bytes', { persisted: true }) }),
			),
		'computed when read': (op) =>
			op.addColumn(
				'account',
				column('size', t.integer(), { computed: computed('length(body)', { persisted: false }) }),
			),
		identity: (op) => op.addColumn('account', column('id', t.bigInteger(), { identity: identity() })),
		'identity with every option': (op) =>
			op.addColumn(
				'account',
				column('id', t.bigInteger(), {
					identity: identity({
						always: true,
						start: 100,
						increment: -5,
						minValue: -1000,
						maxValue: 100,
						cycle: true,
						cache: 20,
					}),
				}),
			),
		'identity without limits of its own, and with large ones': (op) => {
			op.addColumn('account', column('a', t.integer(), { identity: identity({ noMinValue: true, noMaxValue: true }) }));
			op.addColumn(
				'account',
				column('b', t.bigInteger(), { identity: identity({ minValue: -5n, maxValue: 9223372036854775807n }) }),
			);
		},
		'identity that does not cycle': (op) =>
			op.addColumn('account', column('id', t.integer(), { identity: identity({ cycle: false }) })),
		'a check': (op) =>
			op.addColumn('account', column('age', t.integer(), { check: checkConstraint('age > 0', { name: 'ck_age' }) })),
		'a check that children do not inherit': (op) =>
			op.addColumn(
				'account',
				column('age', t.integer(), {
					check: checkConstraint(sql`age > ${0}`, { postgresql: { noInherit: true } }),
				}),
			),
		'online, a default that each row computes': (op) =>
			op.addColumn('account', column('Key 50%', t.uuid(), { serverDefault: sql`gen_random_uuid()`, nullable: false }), {
				schema: 'app',
				online: true,
			}),
		'online, with all that comes later': (op) =>
			op.addColumn(
				'account',
				column('owner', t.integer(), {
					serverDefault: sql`next_owner()`,
					index: true,
					comment: 'who',
					references: foreignKey('user.id', { name: 'fk' }),
					check: checkConstraint('owner > 0', { name: 'ck' }),
				}),
				{ online: true },
			),
		'online, a default that is the same for all': (op) =>
			op.addColumn('account', column('at', t.dateTime(), { serverDefault: sql`now()`, nullable: false }), {
				online: true,
			}),
		'online, a reference without a default': (op) =>
			op.addColumn('account', column('owner', t.integer(), { references: foreignKey('user.id') }), { online: true }),
		'online, unique without a name': (op) =>
			op.addColumn('account', column('email', t.text(), { unique: true }), { online: true }),
		'online, with an identity': (op) =>
			op.addColumn('account', column('id', t.integer(), { identity: identity() }), { online: true }),
		'online, computed and stored': (op) =>
			op.addColumn('account', column('low', t.text(), { computed: computed('lower(email)') }), { online: true }),
		'online, computed when read': (op) =>
			op.addColumn('account', column('low', t.text(), { computed: computed('lower(email)', { persisted: false }) }), {
				online: true,
			}),
		'online, of a domain': (op) =>
			op.addColumn('account', column('email', t.domain('email', { schema: 'app' })), { online: true }),
		'online, a primary key': (op) =>
			op.addColumn('account', column('id', t.text(), { primaryKey: true }), { online: true }),
	},
	scenarios: {
		'an enum that comes with it, if not exists': {
			up: (op) => {
				for (let time = 0; time < 2; time++) {
					op.addColumn('user', column('State', t.enum('State', ['new', "it's"]), { serverDefault: "it's" }), {
						ifNotExists: true,
					});
				}
			},
			down: (op) => {
				op.dropColumn('user', 'State');
				op.dropEnum('State');
			},
			shows: ['SELECT "State" AS value FROM "user"', "it's"],
		},
		plain: {
			up: (op) => op.addColumn('user', column('nick', t.string(50), { nullable: false, serverDefault: "it's" })),
			down: (op) => op.dropColumn('user', 'nick'),
			shows: [`SELECT nick AS value FROM "user"`, "it's"],
		},
		'with all that a column can declare': {
			up: (op) =>
				op.addColumn(
					'note',
					column('Owner', t.integer(), {
						unique: true,
						comment: 'who "owns" it',
						check: checkConstraint('"Owner" > 0', { name: 'positive' }),
						references: foreignKey('user.id', {
							name: 'fk_owner',
							onDelete: 'SET NULL',
							deferrable: true,
							initially: 'DEFERRED',
						}),
					}),
					{ ifNotExists: true },
				),
			down: (op) => op.dropColumn('note', 'Owner'),
			shows: [
				constraint('fk_owner'),
				'FOREIGN KEY ("Owner") REFERENCES "user"(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED',
			],
		},
		'indexed, computed and identity': {
			up: (op) => {
				op.addColumn('user', column('low', t.text(), { computed: computed('lower(email)'), index: true }));
				op.addColumn(
					'note',
					column('number', t.bigInteger(), {
						identity: identity({ always: true, start: 10, increment: 5 }),
						primaryKey: true,
					}),
				);
			},
			down: (op) => {
				op.dropColumn('note', 'number');
				op.dropColumn('user', 'low');
			},
			shows: [indexDefinition('ix_user_low'), 'CREATE INDEX ix_user_low ON public."user" USING btree (low)'],
		},
		'online, a default that each row computes': {
			up: (op) => {
				op.addColumn(
					'user',
					column('key %', t.double(), {
						serverDefault: sql`random() + 1`,
						nullable: false,
						index: true,
						comment: 'of each',
						check: checkConstraint('"key %" > 0', { name: 'ck_key' }),
					}),
					{ online: true },
				);
				op.addColumn(
					'user',
					column('friend', t.integer(), {
						serverDefault: sql`abs(1)`,
						references: foreignKey('user.id', { name: 'fk_friend' }),
					}),
					{ online: true },
				);
			},
			down: (op) => {
				op.dropColumn('user', 'friend');
				op.dropColumn('user', 'key %', { online: true });
			},
			shows: ['SELECT ("key %" > 1)::text || friend AS value FROM "user"', 'true1'],
		},
	},
};
