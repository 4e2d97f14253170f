import { shown } from './summary.ts';

/** An element of XML. What is undefined is no attribute of it. */
export interface Element {
	readonly name: string;
	readonly attributes?: Readonly<Record<string, string | number | undefined>>;
	/** Elements, or text. */
	readonly content?: readonly Element[] | string;
}

/** A document of XML 1.0, as UTF-8. */
export const xmlText = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;

function elementText({ name, attributes = {}, content = [] }: Element, indent: string): string {
	const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
	const start = `${indent}<${[name, ...given.map(([key, value]) => `${key}="${attribute(String(value))}"`)].join(' ')}`;
	if (content.length === 0) return `${start}/>\n`;
	if (typeof content === 'string') return `${start}>${escaped(content)}</${name}>\n`;
	return `${start}>\n${content.map((child) => elementText(child, `${indent}\t`)).join('')}${indent}</${name}>\n`;
}

const escaped = (text: string): string =>
	shown(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A parser takes a line end or a tab in an attribute for a space, unless it is written by its number. */
const attribute = (text: string): string =>
	escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
