import { sql } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { indexDefinition } from './queries.ts';

export const createIndex: OperationExamples = {
	arguments: { args: { name: 'ix', table: 'account', columns: ['a'] }, names: ['name', 'table'] },
	cases: {
		plain: (op) => op.createIndex('ix_account_email', 'account', ['email']),
		'named by convention': (op) => op.createIndex(null, 'account', ['last', 'first']),
		'named by convention, too long': (op) =>
			op.createIndex(null, 'a_table_with_a_name_of_quite_some_length', ['a_column_with_a_long_name']),
		'unique, in a schema, if not exists': (op) =>
			op.createIndex('ix', 'account', ['email'], { schema: 'app', unique: true, ifNotExists: true }),
		'names that need quotes': (op) =>
			op.createIndex('Ix "user"', 'User', ['select', 'Größe', 'lower(email)'], { schema: 'My App' }),
		'an expression': (op) => op.createIndex('ix', 'account', [sql`lower(email)`, 'id', sql`a || ${'-'}`]),
		concurrently: (op) => op.createIndex('ix', 'account', ['email'], { postgresql: { concurrently: true } }),
		'without concurrently': (op) => op.createIndex('ix', 'account', ['email'], { postgresql: { concurrently: false } }),
		'for some rows': (op) =>
			op.createIndex('ix', 'account', ['email'], { unique: true, postgresql: { where: 'deleted_at IS NULL' } }),
		'for some rows, with a comment at the end': (op) =>
			op.createIndex('ix', 'account', ['email'], { postgresql: { where: sql`plan = ${'free'} -- for now` } }),
		'with operator classes': (op) =>
			op.createIndex('ix', 'message', ['body', 'id'], {
				postgresql: { using: 'gin', ops: { body: 'gin_trgm_ops', id: 'public.Int_Ops' } },
			}),
		'with everything': (op) =>
			op.createIndex('ix', 'account', ['email', sql`lower(name)`], {
				schema: 'app',
				unique: true,
				ifNotExists: true,
				postgresql: {
					concurrently: true,
					using: 'btree',
					include: ['id', 'user'],
					nullsNotDistinct: true,
					ops: { email: 'text_pattern_ops' },
					with: { fillfactor: 70, deduplicate_items: false, 'toast.x': 'it\'s "on"' },
					tablespace: 'Fast',
					where: 'deleted_at IS NULL',
				},
			}),
		online: (op) => op.createIndex('ix', 'account', ['email'], { online: true, unique: true }),
	},
	scenarios: {
		'with every option': {
			up: (op) =>
				op.createIndex('Ix', 'user', ['email', sql`lower(size) DESC NULLS LAST`], {
					unique: true,
					ifNotExists: true,
					postgresql: {
						using: 'btree',
						where: "email <> ''",
						include: ['size'],
						ops: { email: 'varchar_pattern_ops' },
						with: { fillfactor: 70 },
						tablespace: 'pg_default',
						nullsNotDistinct: true,
						concurrently: true,
					},
				}),
			down: (op) => op.dropIndex('Ix', 'user', { ifExists: true, postgresql: { concurrently: true } }),
			shows: ['SELECT indisunique AND indisvalid AS value FROM pg_index WHERE indexrelid = \'"Ix"\'::regclass', true],
		},
		'expressions of all shapes': {
			up: (op) =>
				op.createIndex('ix_shapes', 'user', [
					sql`id DESC NULLS LAST`,
					sql`lower(email) ASC`,
					sql`email || size desc`,
					sql`email COLLATE "C" text_pattern_ops`,
					sql`coalesce(size, ${'x'})`,
					sql`size IS NULL`,
					sql`(id + 1)`,
					sql`("Tags")[1]`,
					sql`pg_catalog.upper(email) varchar_pattern_ops`,
				]),
			down: (op) => op.dropIndex('ix_shapes'),
			shows: [
				indexDefinition('ix_shapes'),
				`CREATE INDEX ix_shapes ON public."user" USING btree (id DESC NULLS LAST, lower((email)::text), (((email)::text || (size)::text)) DESC, email COLLATE "C" text_pattern_ops, COALESCE(size, 'x'::character varying), ((size IS NULL)), ((id + 1)), ("Tags"[1]), upper((email)::text) varchar_pattern_ops)`,
			],
		},
		'unnamed, in a schema': {
			up: (op) => op.createIndex(null, 'a.b', ['x'], { schema: 'App' }),
			down: (op) => op.dropIndex('ix_App_a.b_x', 'a.b', { schema: 'App' }),
			shows: [indexDefinition('"App"."ix_App_a.b_x"'), 'CREATE INDEX "ix_App_a.b_x" ON "App"."a.b" USING btree (x)'],
		},
		online: {
			up: (op) => op.createIndex('ix_online', 'user', ['email'], { online: true }),
			down: (op) => op.dropIndex('ix_online', 'user', { online: true }),
			shows: [indexDefinition('ix_online'), 'CREATE INDEX ix_online ON public."user" USING btree (email)'],
		},
	},
};
