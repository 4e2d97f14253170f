import { appendAll } from '../core/keys.ts';
import type { Reader } from '../dialects/postgresql/facts/reader.ts';
import { relationLocks } from '../dialects/postgresql/facts/relation-locks.ts';
import type { Differ } from '../diff/differ.ts';
import type { Grammar, Reading } from '../sql/reading.ts';
import { factsOf } from './facts/script-facts.ts';
import type { Finding, Place, Review, Reviewed, ReviewedStatement, WaivedFinding } from './finding.ts';
import { fingerprints, meanings } from './fingerprint.ts';
import type { Inspector } from './inspector.ts';
import { type Found, type LookedAt, reviewScript } from './review-script.ts';
import { statementKind } from './statement-kind.ts';
import { type Before, changesSince } from './unchanged.ts';

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
	/** The text of the script that it takes back, where that is another file. */
	readonly undone?: string | undefined;
	/** Knows what was there before. */
	readonly reader: Reader;
	/**
	 * Whether it is read, for the schema that it leaves, and not reviewed: databases have what it does, or it is ignored.
	 */
	readonly passedOver?: 'deployed' | 'ignored' | undefined;
	/** Whether the revision has a downgrade, where this is its upgrade. */
	readonly isReversible?: boolean;
	/** What it was in the commit that scripts are compared with: of statements that it had then, nothing is said. */
	readonly before?: Before;
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
	/** Tells what differs in scripts that are compared with what they were; without it, that is not told. */
	readonly differ?: Differ | undefined;
}

/**
 * What the rules find in scripts, in the order of these. The same scripts give the same findings.
 *
 * @param ref - What the scripts are compared with, when they are.
 */
export function reviewScripts(scripts: Iterable<ReviewedScript>, tools: ReviewTools, ref?: string): Review {
	const findings: Finding[] = [];
	const reviewed: Reviewed[] = [];
	const allowed: WaivedFinding[] = [];
	const counts = { changed: 0, unchanged: 0 };
	const printOf = fingerprints();
	const meaningOf = meanings(tools);
	let passedOver = 0;
	for (const script of scripts) {
		const { text, reader, before, undone } = script;
		if (script.passedOver) {
			passedOver++;
			settled(script, () => factsOf(text, tools.reading, reader));
			continue;
		}
		const isOwn = (line: number): boolean => isOwnLine(script, line);
		const read = () => reviewScript(text, { ...tools, reader }, { before, isOwn, undone });
		const { found, waived, statements } = settled(script, read);
		const own = statements.filter(({ line }) => isOwn(line));
		const changed = own.filter(({ isUnchanged }) => !isUnchanged);
		const locks = changed.flatMap((each) => (each.isDown ? [] : locksOf(each, script)));
		const count = { statements: own.length, changed: changed.length };
		counts.changed += count.changed;
		counts.unchanged += own.length - count.changed;
		reviewed.push({ ...reviewedOf(script, count, locks), ...changesIn(script, tools) });
		const printed = (each: Found): Finding => findingIn(script, each, meaningOf(each.text), printOf);
		appendAll(findings, found.map(printed));
		for (const each of waived) allowed.push({ ...printed(each), reason: each.reason ?? '' });
	}
	return {
		findings,
		...(allowed.length > 0 && { waived: allowed }),
		...(passedOver > 0 && { passedOver }),
		reviewed,
		...(ref !== undefined && { against: { ref, ...counts } }),
	};
}

/** What databases have is there for the scripts behind it, which may be new. */
function settled<T>({ before, passedOver, reader }: ReviewedScript, read: () => T): T {
	const isThere = passedOver === 'deployed' || (before !== undefined && before !== 'nothing');
	return isThere ? reader.settling(read) : read();
}

/** Whether a line is of the author, and not of what stands around the calls of a revision. */
const isOwnLine = ({ sourceAt }: ReviewedScript, line: number): boolean => !sourceAt || sourceAt(line) !== undefined;

function locksOf(looked: LookedAt, { sourceAt }: ReviewedScript): ReviewedStatement {
	const { line, column, sql, transaction, transactional, relations } = looked;
	const source = sourceAt?.(line);
	const kind = statementKind(sql);
	return { line, column, statement: sql, kind, ...(source && { source }), transaction, transactional, relations };
}

/** What differs, without what stands around the calls. */
function changesIn(script: ReviewedScript, { differ, ...tools }: ReviewTools): Pick<Reviewed, 'changes'> {
	if (!differ || script.before === undefined) return {};
	const changes = changesSince(script.before, script.text, { ...tools, differ });
	return { changes: changes.filter(({ after }) => !after || isOwnLine(script, after.line)) };
}

const reviewedOf = (
	{ file, revision, title, isReversible, before }: ReviewedScript,
	{ statements, changed }: { readonly statements: number; readonly changed: number },
	locks: readonly ReviewedStatement[],
): Reviewed => ({
	file,
	...(revision !== undefined && { revision }),
	...(title !== undefined && { title }),
	statements,
	...(before !== undefined && { changed, isNew: before === 'nothing' }),
	...(isReversible !== undefined && { isReversible }),
	locks,
	relations: relationLocks(locks.map(({ relations }) => relations)),
});

function findingIn(
	script: ReviewedScript,
	found: Found,
	meaning: string,
	printOf: ReturnType<typeof fingerprints>,
): Finding {
	const print = printOf(found.rule, meaning, found.object, script.revision ?? script.name);
	return findingOf(found, script, script.sourceAt?.((found.begin ?? found).line), print);
}

function findingOf(found: Found, script: ReviewedScript, source: Place | undefined, fingerprint: string): Finding {
	const { rule, severity, message, why, instead, text, line, column, begin } = found;
	const endLine = begin ? line : line + text.split('\n').length - 1;
	return {
		rule,
		severity,
		message,
		why,
		...(instead !== undefined && { instead }),
		sql: { file: script.file, line, column, endLine },
		statement: text,
		...(begin && { begin }),
		...(source && { source }),
		...(script.revision !== undefined && { revision: script.revision }),
		fingerprint,
	};
}
