import { defineRule } from '../rule.ts';

export const syntaxError = defineRule({
	severity: 'error',
	group: 'text',
	about: 'A statement that the grammar of PostgreSQL 18 does not know, or that is nested too deeply to be looked at.',
	why: 'The script fails there, and the statement cannot be reviewed. The statements behind it are reviewed all the same.',
	advice: 'Commands of psql and its variables are known. SQL that only an older server takes is not.',
	sources: ['https://www.postgresql.org/docs/current/sql-commands.html'],
	examples: {
		bad: ['CREATE TABEL account (id bigint);', 'SELECT 1 FROM;', 'GRANT ON account TO report;'],
		good: ["SELECT ':name', :name, :'name';", '\\set plan free\nSELECT 1;', 'COMMENT ON SCHEMA app IS NULL;'],
	},
});
