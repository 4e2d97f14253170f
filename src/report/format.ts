import type { Differ } from '../diff/differ.ts';
import type { Review, Severity } from '../review/finding.ts';

/** What a report says of a rule. */
export interface RuleFacts {
	readonly id: string;
	/** How severe its findings are when nothing else is set. */
	readonly severity: Severity | 'off';
	/** One clause: what it looks for. */
	readonly about: string;
	/** Why that is dangerous, in one or two sentences. */
	readonly why: string;
	/** Pages of manuals that it rests on. */
	readonly sources: readonly string[];
}

/** What a format may use besides the review. */
export interface ReportContext {
	/** The folder of the repository or the project, an absolute path: paths are shown from there. */
	readonly root: string;
	/** The least severity that makes the command fail. */
	readonly failOn: Severity | 'never';
	/** The version of gen-sql that made the review. */
	readonly version: string;
	/** The rules that were asked. One that found something and is not among them is known by its findings alone. */
	readonly rules: readonly RuleFacts[];
	/** Tells what differs in scripts that were compared with what they were, for formats that show it. */
	readonly differ?: Differ;
	/** The database that was named, where a project has several. */
	readonly database?: string | undefined;
	/** The text of a module, for formats that show the calls; undefined when it cannot be read. */
	readonly moduleText?: (file: string) => string | undefined;
	/** How lines for people may look. Default: 80 columns, without colours. */
	readonly page?: ReportPage;
}

/** Colours a piece of text, or leaves it alone. */
type Paint = (text: string) => string;

export interface ReportPage {
	readonly columns: number;
	readonly paint: { readonly mark: Paint; readonly removed: Paint };
}

/** Turns a review into text, which ends with a line feed unless it is empty. */
export type Format = (review: Review, context: ReportContext) => string;

/** The same for text that can be long: it comes in parts, so that all of it need not be joined. */
export type FormatInParts = (review: Review, context: ReportContext) => Generator<string>;
