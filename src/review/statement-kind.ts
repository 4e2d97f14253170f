const MODIFIERS = 'or replace|unique|global|local|temp|temporary|unlogged|recursive|constraint|trusted|procedural';

const OBJECTS = [
	'materialized view',
	'foreign table',
	'foreign data wrapper',
	'event trigger',
	'default privileges',
	'user mapping',
	'access method',
	'operator class',
	'operator family',
	'text search [a-z]+',
	'index concurrently',
	'[a-z]+',
].join('|');

const spaced = (words: string): string => words.replaceAll(' ', '\\s+');

const DEFINITION = new RegExp(
	`^(create|alter|drop|refresh|reindex)\\s+(?:(?:${spaced(MODIFIERS)})\\s+)*(${spaced(OBJECTS)})\\b`,
	'i',
);

/** What a statement does, in capitals: `ALTER TABLE`, `CREATE INDEX CONCURRENTLY`, `UPDATE`. */
export function statementKind(sql: string): string {
	const [, verb, object] = DEFINITION.exec(sql) ?? [];
	const words = verb === undefined ? (/^[a-z]+/i.exec(sql)?.[0] ?? 'SQL') : `${verb} ${object}`;
	return words.replaceAll(/\s+/g, ' ').toUpperCase();
}

const CONTROL = new Set('ABORT BEGIN COMMIT DISCARD END RELEASE RESET ROLLBACK SAVEPOINT SET SHOW START'.split(' '));

/** Whether a statement of a kind has to do with the session or its transaction alone. */
export const isControl = (kind: string): boolean => CONTROL.has(kind);
