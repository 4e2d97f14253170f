import { column, computed, identity, sql, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { ofColumn } from './queries.ts';

export const alterColumn: OperationExamples = {
	arguments: {
		args: { table: 'account', column: 'a' },
		names: ['table', 'column'],
		least: { nullable: true },
		instead: { serverDefault: null },
	},
	cases: {
		type: (op) => op.alterColumn('message', 'size', { type: t.bigInteger() }),
		'a collation': (op) => op.alterColumn('message', 'slug', { type: t.string(50, { collation: 'C' }) }),
		'type with a conversion': (op) =>
			op.alterColumn('message', 'sent', {
				type: t.dateTime({ timezone: true }),
				postgresql: { using: "sent AT TIME ZONE 'UTC'" },
			}),
		'type with a conversion that ends in a comment': (op) =>
			op.alterColumn('message', 'size', { type: t.integer(), postgresql: { using: sql`size::integer -- checked` } }),
		'text to an enum': (op) =>
			op.alterColumn('message', 'State', {
				type: t.enum('message_state', ['new', 'sent'], { schema: 'app' }),
				serverDefault: 'new',
				existingType: t.string(20),
				existingServerDefault: 'sent',
			}),
		'text to an enum that keeps its default': (op) =>
			op.alterColumn('message', 'State', {
				type: t.enum('message_state', ['new', 'sent'], { schema: 'app' }),
				existingType: t.string(20),
				existingServerDefault: 'sent',
			}),
		'an enum to another': (op) =>
			op.alterColumn('message', 'state', {
				type: t.enum('state', ['new', 'sent']),
				existingType: t.enum('old_state', ['new', 'lost']),
			}),
		'an array of texts to one of enums': (op) =>
			op.alterColumn('message', 'states', {
				type: t.array(t.enum('state', ['new'], { create: false })),
				serverDefault: ['new'],
				existingServerDefault: null,
				existingType: t.array(t.text()),
			}),
		'to an enum with a conversion': (op) =>
			op.alterColumn('message', 'state', {
				type: t.enum('state', ['new', 'sent']),
				postgresql: { using: "CASE state WHEN 1 THEN 'sent'::state ELSE 'new' END" },
			}),
		'not null': (op) => op.alterColumn('message', 'body', { nullable: false }),
		nullable: (op) => op.alterColumn('message', 'body', { nullable: true }),
		'a default': (op) => op.alterColumn('message', 'state', { serverDefault: 'new' }),
		'an expression as default': (op) => op.alterColumn('message', 'sent', { serverDefault: sql`now()` }),
		'NULL as default': (op) => op.alterColumn('message', 'sent', { serverDefault: sql`NULL` }),
		'no default': (op) => op.alterColumn('message', 'state', { serverDefault: null }),
		'JSON as default, the type known': (op) =>
			op.alterColumn('message', 'meta', { serverDefault: { v: 1 }, existingType: t.jsonb() }),
		'a comment': (op) => op.alterColumn('message', 'state', { comment: 'new, sent or\n"lost"' }),
		'no comment': (op) => op.alterColumn('message', 'state', { comment: null }),
		'another name': (op) => op.alterColumn('message', 'user', { newColumnName: 'Author' }),
		'type and default': (op) => op.alterColumn('message', 'flag', { type: t.boolean(), serverDefault: true }),
		'type and default, none before': (op) =>
			op.alterColumn('message', 'flag', { type: t.boolean(), serverDefault: true, existingServerDefault: null }),
		'type, and no default any more': (op) =>
			op.alterColumn('message', 'flag', { type: t.text(), serverDefault: null, existingServerDefault: false }),
		'an identity': (op) =>
			op.alterColumn('message', 'id', { serverDefault: identity({ start: 10 }), existingServerDefault: null }),
		'an identity where a default was, in a column that was nullable': (op) =>
			op.alterColumn('message', 'id', {
				type: t.bigInteger(),
				nullable: false,
				serverDefault: identity({ always: true }),
				existingServerDefault: sql`nextval('message_id_seq')`,
			}),
		'another identity': (op) =>
			op.alterColumn('message', 'id', {
				serverDefault: identity({ always: true, increment: 5, noMaxValue: true }),
				existingServerDefault: identity({ start: 10, minValue: 2, maxValue: 99n, cache: 5, cycle: true }),
			}),
		'an identity that counts down': (op) =>
			op.alterColumn('message', 'id', {
				serverDefault: identity({ increment: -1, maxValue: 9, cycle: true }),
				existingServerDefault: identity(),
			}),
		'no identity': (op) =>
			op.alterColumn('message', 'id', { serverDefault: null, existingServerDefault: identity(), nullable: true }),
		'a default instead of an identity': (op) =>
			op.alterColumn('message', 'id', { serverDefault: 0, existingServerDefault: identity() }),
		'no computed value': (op) =>
			op.alterColumn('message', 'size', { serverDefault: null, existingServerDefault: computed('length(body)') }),
		'a default instead of a computed value': (op) =>
			op.alterColumn('message', 'size', { serverDefault: 1, existingServerDefault: computed('length(body)') }),
		'an identity instead of a computed value': (op) =>
			op.alterColumn('message', 'size', { serverDefault: identity(), existingServerDefault: computed('1') }),
		'another computed value': (op) =>
			op.alterColumn('message', 'size', {
				serverDefault: computed('length(body) + 1 -- with its end'),
				existingServerDefault: computed('length(body)'),
			}),
		'no value computed when read': (op) =>
			op.alterColumn('message', 'size', {
				serverDefault: null,
				existingServerDefault: computed('length(body)', { persisted: false }),
			}),
		'a computed value where there was none': (op) =>
			op.alterColumn('message', 'size', { serverDefault: computed('length(body)') }),
		'counting by itself': (op) =>
			op.alterColumn('message', 'id', { autoincrement: true, existingAutoincrement: false }),
		'everything, in a schema': (op) =>
			op.alterColumn('Message', 'size', {
				schema: 'app',
				type: t.numeric(12, 2),
				nullable: false,
				serverDefault: 0,
				comment: 'bytes',
				newColumnName: 'byte_size',
				existingType: t.integer(),
				existingNullable: true,
				existingServerDefault: -1,
				existingComment: null,
				postgresql: { using: 'size::numeric' },
			}),
		'online, not null': (op) => op.alterColumn('account', 'Plan', { nullable: false, online: true }),
		'online, not null and more': (op) =>
			op.alterColumn('account', 'plan', {
				schema: 'app',
				nullable: false,
				serverDefault: 'free',
				comment: 'what',
				newColumnName: 'tariff',
				online: true,
			}),
		'online, nullable': (op) => op.alterColumn('account', 'plan', { nullable: true, online: true }),
		'online, another type': (op) => op.alterColumn('account', 'plan', { type: t.text(), online: true }),
	},
	scenarios: {
		'to an enum that keeps its default': {
			up: (op) =>
				op.alterColumn('user', 'size', {
					type: t.enum('sizes', ['5', '7']),
					existingType: t.string(10),
					existingServerDefault: '5',
				}),
			down: (op) => {
				op.alterColumn('user', 'size', {
					type: t.string(10),
					existingServerDefault: '5',
					postgresql: { using: 'size::text' },
				});
				op.dropEnum('sizes');
			},
			shows: [ofColumn('pg_get_expr(d.adbin, d.adrelid)', 'size'), "'5'::sizes"],
		},
		'padded text with a default to an enum, to another, and back': {
			up: (op) => {
				op.addColumn('user', column('mood', t.char(5), { serverDefault: 'ok' }));
				const mood = t.enum('mood', ['ok', 'sad']);
				op.alterColumn('user', 'mood', { type: mood, serverDefault: 'sad', existingType: t.char(5) });
				const wide = t.enum('Mood', ['glad', 'ok', 'sad'], { schema: 'App' });
				op.alterColumn('user', 'mood', { type: wide, serverDefault: 'glad', existingType: mood });
				op.dropEnum('mood');
				op.addColumn('user', column('moods', t.array(t.text()), { serverDefault: ['ok', 'glad'] }));
				op.alterColumn('user', 'moods', {
					type: t.array(wide),
					serverDefault: ['sad'],
					existingType: t.array(t.text()),
				});
			},
			down: (op) => {
				op.alterColumn('user', 'mood', { type: t.text(), serverDefault: null });
				op.dropColumn('user', 'mood');
				op.dropColumn('user', 'moods');
				op.dropEnum('Mood', { schema: 'App' });
			},
			shows: [`SELECT mood::text || moods::text AS value FROM "user"`, 'ok{ok,glad}'],
		},
		'type with a conversion and a default that does not convert': {
			up: (op) =>
				op.alterColumn('user', 'size', {
					type: t.integer(),
					serverDefault: 3,
					nullable: false,
					postgresql: { using: 'size::integer' },
				}),
			down: (op) => op.alterColumn('user', 'size', { type: t.string(10), serverDefault: '5', nullable: true }),
			shows: [
				ofColumn('format_type(atttypid, atttypmod) || pg_get_expr(adbin, adrelid) || attnotnull', 'size'),
				'integer3true',
			],
		},
		'comment and name': {
			up: (op) => op.alterColumn('user', 'size', { comment: null, newColumnName: 'Größe' }),
			down: (op) => op.alterColumn('user', 'Größe', { comment: 'old', newColumnName: 'size' }),
			shows: [ofColumn('col_description(attrelid, attnum) IS NULL', 'Größe'), true],
		},
		'no default': {
			up: (op) => op.alterColumn('user', 'size', { serverDefault: null }),
			down: (op) => op.alterColumn('user', 'size', { serverDefault: '5', existingType: t.string(10) }),
			shows: [ofColumn('adbin IS NULL', 'size'), true],
		},
		'an identity, another, and none': {
			up: (op) => {
				op.alterColumn('note', 'id', { nullable: false, serverDefault: identity(), existingNullable: true });
				op.alterColumn('note', 'id', {
					serverDefault: identity({ always: true, increment: -2, maxValue: 50, cycle: true, cache: 3 }),
					existingServerDefault: identity(),
				});
				op.alterColumn('note', 'id', {
					serverDefault: identity({ start: 7 }),
					existingServerDefault: identity({ always: true, increment: -2, maxValue: 50, cycle: true, cache: 3 }),
				});
			},
			down: (op) =>
				op.alterColumn('note', 'id', {
					serverDefault: null,
					existingServerDefault: identity({ start: 7 }),
					nullable: true,
				}),
			shows: [
				`SELECT concat_ws(' ', attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle) AS value
				FROM pg_attribute, pg_sequence WHERE attrelid = 'note'::regclass AND attname = 'id' AND seqrelid = 'note_id_seq'::regclass`,
				'd 7 1 1 9223372036854775807 1 f',
			],
		},
		'an identity that turns round': {
			up: (op) => {
				op.alterColumn('note', 'id', { nullable: false, serverDefault: identity() });
				op.alterColumn('note', 'id', {
					serverDefault: identity({ increment: -1 }),
					existingServerDefault: identity(),
				});
			},
			down: (op) =>
				op.alterColumn('note', 'id', { serverDefault: null, existingServerDefault: identity(), nullable: true }),
			shows: [
				`SELECT concat_ws(' ', seqstart, seqmin, seqmax) AS value FROM pg_sequence WHERE seqrelid = 'note_id_seq'::regclass`,
				'-1 -9223372036854775808 -1',
			],
		},
		'an identity in place of a default': {
			up: (op) =>
				op.alterColumn('user', 'id', {
					type: t.bigInteger(),
					serverDefault: identity({ start: 100 }),
					existingServerDefault: sql`nextval('user_id_seq')`,
				}),
			down: (op) =>
				op.alterColumn('user', 'id', {
					type: t.integer(),
					serverDefault: sql`nextval('user_id_seq')`,
					existingServerDefault: identity({ start: 100 }),
				}),
			shows: [ofColumn('attidentity::text || format_type(atttypid, atttypmod)', 'id'), 'dbigint'],
		},
		'no computed value': {
			up: (op) => {
				op.addColumn('note', column('twice', t.bigInteger(), { computed: computed('id * 2') }));
				op.alterColumn('note', 'twice', { serverDefault: 5, existingServerDefault: computed('id * 2') });
			},
			down: (op) => op.dropColumn('note', 'twice'),
			shows: [`SELECT pg_get_expr(adbin, adrelid) AS value FROM pg_attrdef WHERE adrelid = 'note'::regclass`, '5'],
		},
		'a default that is an expression, then NULL': {
			up: (op) => op.alterColumn('user', 'size', { serverDefault: sql`upper(${'x'})` }),
			down: (op) => op.alterColumn('user', 'size', { serverDefault: '5' }),
			shows: [ofColumn('pg_get_expr(adbin, adrelid)', 'size'), "upper('x'::text)"],
		},
		online: {
			up: (op) => {
				const before = { existingNullable: true, existingServerDefault: '5', existingComment: 'old' };
				op.alterColumn('user', 'size', {
					nullable: false,
					serverDefault: '6',
					comment: null,
					newColumnName: 'Size',
					online: true,
					...before,
				});
			},
			down: (op) =>
				op.alterColumn('user', 'Size', {
					nullable: true,
					serverDefault: '5',
					comment: 'old',
					newColumnName: 'size',
				}),
			shows: [ofColumn('attnotnull', 'Size'), true],
		},
	},
};
