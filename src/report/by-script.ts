import { append } from '../core/keys.ts';
import type { Finding, Review } from '../review/finding.ts';

/** A script that was reviewed, with what was found in it. */
export type Script = Review['reviewed'][number] & { readonly findings: readonly Finding[] };

/** The scripts in the order of the review. One that only findings speak of comes last. */
export function byScript({ reviewed, findings }: Review): readonly Script[] {
	const found = new Map<string, Finding[]>();
	for (const finding of findings) append(found, keyOf(finding.sql.file, finding.revision), finding);
	const scripts = reviewed.map((script) => {
		const key = keyOf(script.file, script.revision);
		const own = found.get(key) ?? [];
		found.delete(key);
		return { ...script, findings: own };
	});
	return [...scripts, ...[...found.values()].flatMap(unlisted)];
}

const keyOf = (file: string, revision: string | undefined): string => JSON.stringify([file, revision]);

function unlisted(findings: readonly Finding[]): readonly Script[] {
	const [first] = findings;
	if (!first) return [];
	const { revision, sql } = first;
	const statements = new Set(findings.map(({ sql: { line, column } }) => `${line}:${column}`)).size;
	return [
		{ file: sql.file, ...(revision !== undefined && { revision }), statements, locks: [], relations: [], findings },
	];
}
