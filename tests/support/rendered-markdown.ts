import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A page as GitHub renders it, before it looks for people, issues and emoji. */
export const rendered = (markdown: string): string =>
	micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

/** The pieces of text between tags and comments. */
export const textsIn = (html: string): readonly string[] =>
	html.split(/<!--.*?-->|<[^>]*>/s).map((piece) =>
		piece
			.replaceAll(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))
			.replaceAll('&lt;', '<')
			.replaceAll('&gt;', '>')
			.replaceAll('&quot;', '"')
			.replaceAll('&amp;', '&'),
	);

/** Text that becomes a link, a mention or a picture when it stands outside of code. */
export const REFERENCE = /@\w|#\w|\bGH-\d|:[\w+-]+:|\bwww\.\w|:\/\//i;
