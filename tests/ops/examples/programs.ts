import { column, t } from '../../../src/index.ts';
import type { RevisionBody } from '../../../src/record/record.ts';

/** The views that scenarios drop and replace. */
export const shown = { query: 'SELECT id, name FROM thing WHERE id > 0', comment: "who's there" };
export const stored = { query: 'SELECT id, name FROM thing', with: { fillfactor: 70 }, comment: 'kept' };

/** The part of the fixture that holds views and what runs on the server; their table has nothing else to do. */
export const programs: RevisionBody = (op) => {
	op.createTable('thing', [column('id', t.integer(), { primaryKey: true }), column('name', t.text())]);
	op.execute("INSERT INTO thing (name) VALUES ('a'), ('b')");
	op.createView('shown', shown.query, { comment: shown.comment });
	const { query, ...options } = stored;
	op.createMaterializedView('stored', query, options);
	op.createIndex('ix_stored', 'stored', ['id'], { unique: true });
};
