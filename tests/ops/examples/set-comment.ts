import { t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';

const OBJECTS = [
	'CREATE VIEW "App".seen AS SELECT 1 AS a',
	'CREATE MATERIALIZED VIEW totals AS SELECT 1 AS a',
	'CREATE SEQUENCE numbers',
	'CREATE DOMAIN age AS integer CONSTRAINT adult CHECK (value > 17)',
	'CREATE FUNCTION total(integer) RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$',
	'CREATE FUNCTION total() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$',
	'CREATE PROCEDURE close() LANGUAGE sql AS $$ SELECT 1 $$',
	'CREATE POLICY own ON "user" USING (true)',
	'CREATE STATISTICS st ON email, size FROM "user"',
	'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$',
	'CREATE TRIGGER "Touch" BEFORE UPDATE ON "App"."a.b" FOR EACH ROW EXECUTE FUNCTION touch()',
].join(';\n');

const GONE = `DROP TRIGGER "Touch" ON "App"."a.b"; DROP FUNCTION touch, total(integer), total(); DROP PROCEDURE close;
	DROP POLICY own ON "user"; DROP STATISTICS st; DROP DOMAIN age; DROP SEQUENCE numbers; DROP MATERIALIZED VIEW totals;
	DROP VIEW "App".seen`;

const none = { existingComment: null };

export const setComment: OperationExamples = {
	arguments: { args: { type: 'view', name: 'seen', comment: 'x' }, names: ['name'] },
	cases: {
		'of a view in a schema': (op) => op.setComment('view', 'Seen', "what's new", { schema: 'My App' }),
		'taken away': (op) => op.setComment('sequence', 'numbers', null, { existingComment: 'all' }),
		'of a function': (op) =>
			op.setComment('function', 'total', 'x', { schema: 'app', argumentTypes: [t.integer(), t.array(t.text())] }),
		'of a function that is the only one': (op) => op.setComment('function', 'total', 'x'),
		'of a constraint': (op) => op.setComment('constraint', 'Ck', 'x', { table: 'user', schema: 'app' }),
		'of a constraint of a domain': (op) => op.setComment('constraint', 'adult', 'x', { domain: 'age', schema: 'app' }),
		'of every other kind': (op) => {
			op.setComment('domain', 'age', 'x', { schema: 'app' });
			op.setComment('extension', 'pg_trgm', 'x');
			op.setComment('index', 'ix', 'x');
			op.setComment('materializedView', 'totals', 'x');
			op.setComment('policy', 'own', 'x', { table: 'user' });
			op.setComment('procedure', 'close', 'x', { argumentTypes: [] });
			op.setComment('routine', 'close', 'x');
			op.setComment('schema', 'My App', 'x');
			op.setComment('statistics', 'st', 'x');
			op.setComment('trigger', 'Touch', 'x', { table: 'user' });
			op.setComment('type', 'state', 'x');
		},
	},
	scenarios: {
		'of every kind': {
			up: (op) => {
				op.reversible(
					() => op.execute(OBJECTS),
					() => op.execute(GONE),
				);
				op.setComment('view', 'seen', "what's new", { schema: 'App', ...none });
				op.setComment('materializedView', 'totals', 'x', none);
				op.setComment('sequence', 'numbers', 'x', none);
				op.setComment('domain', 'age', 'x', none);
				op.setComment('constraint', 'adult', 'x', { domain: 'age', ...none });
				op.setComment('constraint', 'kept_ck', 'x', { table: 'kept', ...none });
				op.setComment('function', 'total', 'x', { argumentTypes: [t.integer()], ...none });
				op.setComment('function', 'touch', 'x', none);
				op.setComment('procedure', 'close', 'x', { argumentTypes: [], ...none });
				op.setComment('routine', 'close', 'y', { existingComment: 'x' });
				op.setComment('index', 'ix_kept', 'x', none);
				op.setComment('policy', 'own', 'x', { table: 'user', ...none });
				op.setComment('statistics', 'st', 'x', none);
				op.setComment('trigger', 'Touch', 'x', { table: 'a.b', schema: 'App', ...none });
				op.setComment('type', 'Kept', 'x', none);
				op.setComment('schema', 'App', 'x', none);
				op.setComment('extension', 'plpgsql', 'x', { existingComment: 'PL/pgSQL procedural language' });
				op.setComment('view', 'seen', null, { schema: 'App', existingComment: "what's new" });
			},
			down: (op) => {
				op.execute(GONE);
				op.setComment('constraint', 'kept_ck', null, { table: 'kept' });
				op.setComment('index', 'ix_kept', null);
				op.setComment('type', 'Kept', null);
				op.setComment('schema', 'App', null);
				op.setComment('extension', 'plpgsql', 'PL/pgSQL procedural language');
			},
			shows: [`SELECT obj_description('close'::regproc) AS value`, 'y'],
		},
	},
};
