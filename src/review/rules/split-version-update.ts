import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import type { Node } from '../../sql/parse-postgresql.ts';
import { defineRule, NONE } from '../rule.ts';
import { shown } from '../spelled.ts';
import { VERSION_TABLES } from '../version-tables.ts';

export const splitVersionUpdate = defineRule({
	severity: 'info',
	group: 'transactions',
	about:
		'The version table of a migration tool is written in a transaction that holds no change, behind one that does.',
	why: 'A script that stops between the two has changed the database, and is run again from its beginning.',
	advice: 'Write the version in the transaction of the change, or make the change so that it can be repeated.',
	sources: ['https://www.postgresql.org/docs/current/tutorial-transactions.html'],
	examples: {
		bad: [
			"BEGIN;\nCREATE SCHEMA app;\nCOMMIT;\nUPDATE alembic_version SET version_num = 'a' WHERE version_num = 'b';",
			"BEGIN;\nCREATE SCHEMA app;\nCOMMIT;\nBEGIN;\nINSERT INTO schema_migrations (version) VALUES ('1');\nCOMMIT;",
			'BEGIN;\nCREATE SCHEMA app;\nCOMMIT;\nINSERT INTO public.goose_db_version (version_id) VALUES (1);',
		],
		good: [
			"BEGIN;\nCREATE SCHEMA app;\nUPDATE alembic_version SET version_num = 'a' WHERE version_num = 'b';\nCOMMIT;",
			"INSERT INTO schema_migrations (version) VALUES ('1');",
			'BEGIN;\nCREATE SCHEMA app;\nCOMMIT;\nINSERT INTO account (id) VALUES (1);',
		],
	},
	every: (seen) => {
		const [insert] = nodesOf([seen.tree], 'InsertStmt');
		const [update] = nodesOf([seen.tree], 'UpdateStmt');
		const table = insert?.relation ?? update?.relation;
		if (!table || !VERSION_TABLES.has(table.relname ?? '')) return NONE;
		const { earlier, facts } = seen;
		const isWithChange = facts.transaction !== undefined && earlier.sinceBegin().some(isChange);
		const isSplit = !isWithChange && earlier.some(isChange);
		const message = `"${shown(table)}" is written after the change was committed`;
		return isSplit ? [{ object: shown(table), message }] : NONE;
	},
});

const isChange = (tree: Node): boolean => /^(?:Create|Alter|Drop|Index|Rename|View)/.test(Object.keys(tree)[0] ?? '');
