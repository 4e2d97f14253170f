import { SaxesParser } from 'saxes';

/** An element as a parser reads it. */
export interface Parsed {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Parsed[];
	/** The text in it, of its children too. */
	readonly text: string;
}

/** The root of a document. Throws where it is not well-formed XML 1.0. */
export function parseXml(text: string): Parsed {
	const root = { name: '', attributes: {}, children: [] as Parsed[], text: '' };
	const open = [root];
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element = { name, attributes, children: [] as Parsed[], text: '' };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('text', (piece) => {
		for (const element of open) element.text += piece;
	});
	parser.on('closetag', () => {
		open.pop();
	});
	parser.write(text).close();
	const [element] = root.children;
	if (!element) throw new Error('there is no element');
	return element;
}
