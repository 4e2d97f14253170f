import { defineRule, NONE } from '../rule.ts';
import { shown, spelled } from '../spelled.ts';

export const ifNotExistsHidesInvalidIndex = defineRule({
	severity: 'warning',
	group: 'transactions',
	about: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS.',
	why: 'A build that failed leaves an index that is not valid. The next run finds the name taken, says nothing, and queries never use the index.',
	advice:
		'Drop what a failed run may have left first, outside a transaction. `online: true` confirms that the index is valid.',
	sources: ['https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'],
	beside: ['drop-index-performance'],
	examples: {
		bad: [
			'CREATE INDEX CONCURRENTLY IF NOT EXISTS account_email ON account (email);',
			'CREATE INDEX CONCURRENTLY IF NOT EXISTS account_name ON app.account USING gin (name);',
			'DROP INDEX CONCURRENTLY IF EXISTS other;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS account_email ON account (email);',
		],
		good: [
			'DROP INDEX CONCURRENTLY IF EXISTS account_email;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS account_email ON account (email);',
			'CREATE INDEX CONCURRENTLY account_email ON account (email);',
			'CREATE TABLE account (id bigint PRIMARY KEY, email text);\nCREATE INDEX IF NOT EXISTS account_email ON account (email);',
		],
	},
	statements: {
		IndexStmt: ({ concurrent, if_not_exists: isOptional, idxname = '', relation }, seen) => {
			if (!concurrent || !isOptional || !relation) return NONE;
			if (seen.earlier.dropping(idxname).length > 0) return NONE;
			const name = { ...(relation.schemaname && { schema: relation.schemaname }), name: idxname };
			const drop = `DROP INDEX CONCURRENTLY IF EXISTS ${spelled(name)};`;
			const message = `an invalid index "${shown(name)}" of an earlier run would be taken for done`;
			return [{ object: shown(name), message, instead: `${drop}\n${seen.text};` }];
		},
	},
});
