import { fc } from '../support/property.ts';
import { texts } from '../support/texts.ts';

/** What the targets of reports take for something else, and what they cannot hold. */
const TRICKS = [
	...'\0 \u001b[2J \ud800 \udc00 \ufffe \uffff ]]> <![CDATA[ <!-- &amp; &#0; <i> </details> <img/src=x>'.split(' '),
	...'::error:: ##[error] %0A %25 %3A @ada #1 GH-1 www.a.de https://a.de a@b.de [a](b) ![a](b) \\| ``` ~~~'.split(' '),
	...['\n\n', '\n# a', '\n- a', '\n    a', '\n---\n', '\n|-|-|\n'],
];

/** Any text, rich in what goes wrong in reports. */
export const anyText: fc.Arbitrary<string> = fc
	.array(fc.oneof(texts(), fc.constantFrom(...TRICKS)), { maxLength: 6 })
	.map((pieces) => pieces.join(''));

/** The same as the name of a file. */
export const anyFileName: fc.Arbitrary<string> = anyText.map((text) => `${text.replaceAll(/[\0/]/g, '_')}.sql`);
