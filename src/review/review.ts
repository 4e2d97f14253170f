import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import type { Finding, Place, Review } from './finding.ts';
import { fingerprints, statementMeaning } from './fingerprint.ts';
import type { Inspector } from './inspector.ts';
import { type Found, reviewScript } from './review-script.ts';

/** A script, and what is known of where it comes from. */
export interface ReviewedScript {
	/** An absolute path, or `-` for standard input. */
	readonly file: string;
	/** What it is called on every machine: its path from the folder of the project, or the id of its revision. */
	readonly name: string;
	readonly text: string;
	readonly revision?: string;
	readonly title?: string;
	/**
	 * The call that a line of it comes from. A script with this was rendered, and what is between the calls, such as guards
	 * and version rows, is not reported.
	 */
	readonly sourceAt?: (line: number) => Place | undefined;
	/** Knows what was there before. */
	readonly reader: Reader;
}

/** What all scripts are reviewed with. */
export interface ReviewTools {
	readonly reading: Reading;
	readonly grammar: Grammar | undefined;
	readonly inspector: Inspector;
	/** The major version of the server. */
	readonly version: number;
	/** The minor version, where it is known. */
	readonly minor?: number | undefined;
}

/** What the rules find in scripts, in the order of these. The same scripts give the same findings. */
export function reviewScripts(scripts: Iterable<ReviewedScript>, tools: ReviewTools): Review {
	const findings: Finding[] = [];
	const reviewed: Review['reviewed'][number][] = [];
	const fingerprint = fingerprints();
	for (const script of scripts) {
		const { file, text, reader, revision, title } = script;
		const { found, statements } = reviewScript(text, { ...tools, reader });
		reviewed.push({
			file,
			...(revision !== undefined && { revision }),
			...(title !== undefined && { title }),
			statements,
		});
		for (const each of found) {
			const source = script.sourceAt?.(each.line);
			if (script.sourceAt && !source) continue;
			const meaning = statementMeaning(each.text, tools.reading, tools.grammar);
			const print = fingerprint(each.rule, meaning, each.object, revision ?? script.name);
			findings.push(findingOf(each, script, source, print));
		}
	}
	return { findings, reviewed };
}

function findingOf(found: Found, script: ReviewedScript, source: Place | undefined, fingerprint: string): Finding {
	const { rule, severity, message, why, instead, text, line, column } = found;
	const endLine = line + text.split('\n').length - 1;
	return {
		rule,
		severity,
		message,
		why,
		...(instead !== undefined && { instead }),
		sql: { file: script.file, line, column, endLine },
		statement: text,
		...(source && { source }),
		...(script.revision !== undefined && { revision: script.revision }),
		fingerprint,
	};
}
