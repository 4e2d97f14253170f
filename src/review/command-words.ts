/** The first words of a statement, in capitals, as messages call it: `CREATE INDEX CONCURRENTLY`. */
export function commandWords(text: string): string {
	if (DETACHING.test(text)) return 'DETACH PARTITION … CONCURRENTLY';
	const words = /^(?:[a-z_]+\s+)*[a-z_]+\b/i.exec(text)?.[0].split(/\s+/) ?? [];
	const end = words.findIndex((word, at) => at > 0 && !KNOWN.has(word.toUpperCase()));
	return (end === -1 ? words : words.slice(0, end)).join(' ').toUpperCase();
}

const DETACHING = /^alter\s+table\s.*\sdetach\s+partition\s.*\sconcurrently$/is;

const KNOWN = new Set(
	`ACCESS ALL CONCURRENTLY CONSTRAINT DATABASE EXTENSION FULL FUNCTION INDEX MATERIALIZED OWNED PREPARED PROCEDURE
	SCHEMA SEQUENCE SUBSCRIPTION SYSTEM TABLE TABLESPACE TRIGGER TYPE UNIQUE VIEW`.split(/\s+/),
);
