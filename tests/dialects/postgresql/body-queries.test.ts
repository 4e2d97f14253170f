import * as assert from 'uvu/assert';
import { queriesInBody } from '../../../src/dialects/postgresql/body-queries.ts';
import { suite } from '../../support/suite.ts';

suite('dialects/postgresql/body-queries', (test) => {
	test('finds what PL/pgSQL calls', () => {
		assert.equal(queriesInBody('begin perform f(x) from o; call p(1); end'), ['select f(x) from o', 'call p(1)']);
	});

	test('leaves the variables of SELECT INTO out', () => {
		assert.equal(queriesInBody('begin select a, b into strict x, r.y from t where c = 1; end'), [
			'select a, b  from t where c = 1',
		]);
		assert.equal(queriesInBody('begin select into x a from t; end'), ['select  a from t']);
	});

	test('finds the queries of loops and cursors', () => {
		assert.equal(queriesInBody('begin for r in select * from t loop perform 1; end loop; end'), [
			'select * from t ',
			'select 1',
		]);
		assert.equal(queriesInBody('begin open c for select * from t; end'), ['select * from t']);
	});

	test('finds conditions, values and what is returned', () => {
		assert.equal(queriesInBody('begin if exists (select from t) then return 1; end if; end'), [
			'select exists (select from t) ',
			'select 1',
		]);
		assert.equal(queriesInBody('declare n int := (select 1); begin n := n + 1; end'), [
			'select (select 1)',
			'select n + 1',
		]);
		assert.equal(queriesInBody('begin return query table t; end'), ['table t']);
	});

	test('finds nothing in a body that cannot be read', () => {
		assert.equal(queriesInBody("begin perform 'x; end"), []);
	});
});
