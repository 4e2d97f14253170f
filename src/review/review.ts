import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { factsOf } from './facts/script-facts.ts';
import type { Finding, Place, Review, WaivedFinding } from './finding.ts';
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
	/** Whether it is read, for the schema that it leaves, and not reviewed. */
	readonly isPassedOver?: boolean;
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
	const allowed: WaivedFinding[] = [];
	const reviewed: Review['reviewed'][number][] = [];
	const fingerprint = fingerprints();
	let passedOver = 0;
	for (const script of scripts) {
		if (script.isPassedOver) {
			passedOver++;
			factsOf(script.text, tools.reading, script.reader);
			continue;
		}
		const { found, waived, statements } = reviewScript(script.text, { ...tools, reader: script.reader });
		reviewed.push(about(script, statements));
		findings.push(...found.flatMap((each) => findingIn(script, each, tools, fingerprint)));
		for (const each of waived) {
			const { reason = '' } = each;
			allowed.push(...findingIn(script, each, tools, fingerprint).map((finding) => ({ ...finding, reason })));
		}
	}
	return { findings, reviewed, ...(allowed.length > 0 && { waived: allowed }), ...(passedOver > 0 && { passedOver }) };
}

const about = ({ file, revision, title }: ReviewedScript, statements: number): Review['reviewed'][number] => ({
	file,
	...(revision !== undefined && { revision }),
	...(title !== undefined && { title }),
	statements,
});

/** Nothing where gen-sql itself has added the statement. */
function findingIn(
	script: ReviewedScript,
	found: Found,
	{ reading, grammar }: ReviewTools,
	fingerprint: ReturnType<typeof fingerprints>,
): readonly Finding[] {
	const source = script.sourceAt?.(found.line);
	if (script.sourceAt && !source) return [];
	const meaning = statementMeaning(found.text, reading, grammar);
	return [
		findingOf(found, script, source, fingerprint(found.rule, meaning, found.object, script.revision ?? script.name)),
	];
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
