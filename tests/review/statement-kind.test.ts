import * as assert from 'uvu/assert';
import { isControl, statementKind } from '../../src/review/statement-kind.ts';
import { suite } from '../support/suite.ts';

const KINDS: readonly (readonly [sql: string, kind: string])[] = [
	['ALTER TABLE ONLY a DROP b', 'ALTER TABLE'],
	['create\n unique  index concurrently a ON b (c)', 'CREATE INDEX CONCURRENTLY'],
	['CREATE INDEX concurrent_ix ON b (c)', 'CREATE INDEX'],
	['CREATE INDEX ON b (c)', 'CREATE INDEX'],
	['CREATE OR REPLACE VIEW a AS SELECT 1', 'CREATE VIEW'],
	['CREATE GLOBAL TEMPORARY TABLE a ()', 'CREATE TABLE'],
	['CREATE CONSTRAINT TRIGGER a AFTER INSERT ON b', 'CREATE TRIGGER'],
	['REFRESH MATERIALIZED VIEW a', 'REFRESH MATERIALIZED VIEW'],
	['ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO a', 'ALTER DEFAULT PRIVILEGES'],
	['DROP TEXT SEARCH CONFIGURATION a', 'DROP TEXT SEARCH CONFIGURATION'],
	['UPDATE a SET b = 1', 'UPDATE'],
	['COMMENT ON TABLE a IS NULL', 'COMMENT'],
	['DO $$ $$', 'DO'],
	['(SELECT 1)', 'SQL'],
];

suite('review/statement-kind', (test) => {
	test('says what a statement does', () => {
		for (const [sql, kind] of KINDS) assert.is(statementKind(sql), kind, sql);
	});

	test('tells what changes the session or its transaction alone', () => {
		for (const sql of ["SET lock_timeout = '2s'", 'begin', 'COMMIT', 'ROLLBACK TO a', 'RESET ALL']) {
			assert.ok(isControl(statementKind(sql)), sql);
		}
		for (const [sql, kind] of KINDS) assert.not.ok(isControl(kind), sql);
	});
});
