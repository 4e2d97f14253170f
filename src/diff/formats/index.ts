import { loadDiffer } from '../differ.ts';
import type { DiffReport } from '../report.ts';
import type { Format, FormatContext } from './format.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';
import { unified } from './unified.ts';

/** The registry: one word per format. */
export const formats = { text, unified, json, markdown } satisfies Readonly<Record<string, Format>>;

/** The name of a format. */
export type FormatName = keyof typeof formats;

/** A report as text. */
export const renderReport = async (
	report: DiffReport,
	format: FormatName,
	page: Omit<FormatContext, 'differ'>,
): Promise<string> => formats[format](report, { ...page, differ: await loadDiffer() });
