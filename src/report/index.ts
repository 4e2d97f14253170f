import { inChunks } from '../core/chunks.ts';
import type { Review } from '../review/finding.ts';
import { checkstyle } from './checkstyle.ts';
import type { Format, FormatInParts, ReportContext } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** The registry: one word per format. */
export const formats = { text, json, github, gitlab, sarif, markdown, junit, checkstyle } satisfies Readonly<
	Record<string, Format | FormatInParts>
>;

/** The name of a format. */
export type ReportFormat = keyof typeof formats;

/** A review as text, in parts. */
export function reportParts(review: Review, format: ReportFormat, context: ReportContext): Iterable<string> {
	const printed = formats[format](review, context);
	return typeof printed === 'string' ? [printed] : inChunks(printed);
}

/** A review as text. */
export const renderReport = (review: Review, format: ReportFormat, context: ReportContext): string =>
	[...reportParts(review, format, context)].join('');
