import {
	column,
	type FunctionDefinition,
	type PolicyDefinition,
	type TriggerDefinition,
	t,
} from '../../../src/index.ts';
import type { RevisionBody } from '../../../src/record/record.ts';

/** The views that scenarios drop and replace. */
export const shown = { query: 'SELECT id, name FROM thing WHERE id > 0', comment: "who's there" };
export const stored = { query: 'SELECT id, name FROM thing', with: { fillfactor: 70 }, comment: 'kept' };

/** The functions that scenarios drop, replace and call. */
export const doubled: FunctionDefinition = {
	arguments: [{ name: 'n', type: t.integer() }],
	returns: t.integer(),
	language: 'plpgsql',
	body: 'BEGIN RETURN 2 * n; END',
	comment: "it's doubled",
};
export const noted: FunctionDefinition = {
	arguments: [{ name: 'what', type: t.string(20), default: 'x' }],
	procedure: true,
	language: 'plpgsql',
	body: '\nBEGIN\n\tINSERT INTO thing (name) VALUES (what);\nEND;\n',
};
export const touched: FunctionDefinition = {
	returns: 'trigger',
	language: 'plpgsql',
	body: 'BEGIN NEW.name := NEW.name || TG_ARGV[0]; RETURN NEW; END',
};

/** The trigger that scenarios drop and switch. */
export const touching: TriggerDefinition = {
	timing: 'BEFORE',
	events: ['INSERT', { updateOf: ['name'] }],
	forEach: 'ROW',
	when: "NEW.name = 'touch'",
	function: 'touched',
	arguments: ["it's"],
	comment: "who's there",
};

/** The policy that scenarios drop and alter. */
export const own = {
	for: 'UPDATE',
	to: 'pg_read_all_data',
	using: 'id > 0',
	withCheck: "name <> ''",
	comment: "who's there",
} as const satisfies PolicyDefinition;

/** The part of the fixture that holds views and what runs on the server; their table has nothing else to do. */
export const programs: RevisionBody = (op) => {
	op.createTable('thing', [column('id', t.integer(), { primaryKey: true }), column('name', t.text())]);
	op.execute("INSERT INTO thing (name) VALUES ('a'), ('b')");
	op.createView('shown', shown.query, { comment: shown.comment });
	const { query, ...options } = stored;
	op.createMaterializedView('stored', query, options);
	op.createFunction('doubled', doubled);
	op.createFunction('noted', noted);
	op.createFunction('touched', touched);
	op.createFunction('Touched', { ...touched, body: 'BEGIN RETURN NULL; END' }, { schema: 'App' });
	op.createTrigger('Touching', 'thing', touching);
	op.createPolicy('Own', 'thing', own);
	op.createTable('guarded', [column('id', t.integer())]);
	op.enableRowLevelSecurity('guarded');
	op.forceRowLevelSecurity('guarded');
	op.createIndex('ix_stored', 'stored', ['id'], { unique: true });
};
