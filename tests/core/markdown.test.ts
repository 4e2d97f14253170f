import * as assert from 'uvu/assert';
import { code, fenced, plain } from '../../src/core/markdown.ts';
import { oneLine, visible } from '../../src/core/text.ts';
import { anyText } from '../report/texts.ts';
import { fc } from '../support/property.ts';
import { REFERENCE, rendered, textsIn } from '../support/rendered-markdown.ts';
import { suite } from '../support/suite.ts';

/** Without the differences that no browser shows. */
const seen = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('\0', '\ufffd').trim();

const tagsIn = (html: string): readonly string[] =>
	[...html.matchAll(/<(?!!--)\/?(\w+)/g)].map(([, name = '']) => name);

suite('core/markdown', (test) => {
	test('plain text is read as it is, and refers to nothing', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const html = rendered(`${plain(text)} end`);
				assert.is(seen(textsIn(html).join('')), seen(`${oneLine(text)} end`));
				assert.equal(tagsIn(html), ['p', 'p']);
				for (const piece of textsIn(html)) assert.not.match(piece, REFERENCE);
			}),
		);
	});

	test('plain text begins no list', () => {
		for (const text of ['- a', '+ a', '* a', '1. a', '12) a', '---', '# a', '> a']) {
			assert.equal(tagsIn(rendered(plain(text))), ['p', 'p']);
		}
	});

	test('code keeps in the cell of a table, and refers to nothing', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const html = rendered(`| a | b |\n| - | - |\n| x ${code(text)} | y |\n`);
				const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => cell);
				assert.is(cells.length, 2);
				assert.is(seen(textsIn(cells[0] ?? '').join('')), seen(`x ${oneLine(text)}`));
				const outside = textsIn((cells[0] ?? '').replaceAll(/<code>.*?<\/code>/g, '<code>'));
				for (const piece of outside) assert.not.match(piece, REFERENCE);
			}),
		);
	});

	test('a block of code ends where it should', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const html = rendered(`${fenced('sql', text)}\n\nend\n`);
				assert.equal(tagsIn(html), ['pre', 'code', 'code', 'pre', 'p', 'p']);
				assert.is(
					textsIn(html.slice(0, html.lastIndexOf('<p>')))
						.join('')
						.trim(),
					visible(text).trim(),
				);
			}),
		);
	});
});
