import type { Differ } from '../differ.ts';
import type { DiffReport } from '../report.ts';

/** Colours a piece of text, or leaves it alone. */
export type Paint = (text: string) => string;

/** What a format may use. */
export interface FormatContext {
	readonly differ: Differ;
	/** How wide lines may be. */
	readonly columns: number;
	readonly paint: { readonly added: Paint; readonly removed: Paint };
}

/** Turns a report into text. */
export type Format = (report: DiffReport, context: FormatContext) => string;
