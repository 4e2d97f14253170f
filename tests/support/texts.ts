import { KEYWORDS } from '../../src/dialects/postgresql/keywords.ts';
import { fc } from './property.ts';

/** What is taken for something else where quoting goes wrong, and what is easily lost or changed on the way. */
const TRICKS = [
	...'\'"`\\$:;.,%?#@!&|=<>()[]{}/*-+~^_ \t\n\r',
	...`'' "" $$ $tag$ $gen_sql$ $1 :name :'name' :"name" ::text E' U&' %s {{x}} {{{x}}} -- /* */`.split(' '),
	...['\\\\', "\\'", '\\.', '\n\\.\n', '\\gexec', '\n\\q\n', '\\u0041', '\r\n', '  ', 'select', 'NULL'],
	...['Ab', 'ü', 'İı', 'ﬁ', 'e\u0301', '\u0301', '日本', '😀', '👩\u200d👧', '\u{10ffff}', '\ufffd'],
	...'\u0001\b\v\u001a\u007f\u0085\u00a0\u00ad\u2028\u202e\u2066\u200b\ufeff',
];

const piece = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...TRICKS) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((char) => char !== '\0') },
);

/** Text that a server can store, rich in what goes wrong. */
export const texts = (): fc.Arbitrary<string> =>
	fc.oneof(
		{ weight: 9, arbitrary: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')) },
		{ weight: 1, arbitrary: fc.constantFrom(...KEYWORDS) },
	);

/** PostgreSQL keeps this many bytes of a name. */
const LONGEST = 63;

/** The name itself, and as many more characters as fit. */
function filled(name: string, filler: string): string {
	const count = Math.floor((LONGEST - Buffer.byteLength(name)) / Buffer.byteLength(filler));
	const long = name + filler.repeat(count);
	return long + 'x'.repeat(LONGEST - Buffer.byteLength(long));
}

/** The same as a name: not empty, and no longer than the server keeps; some are exactly that long. */
export const names = (): fc.Arbitrary<string> => {
	const short = texts().filter((name) => name !== '' && Buffer.byteLength(name) <= LONGEST);
	const long = fc.tuple(short, fc.constantFrom('a', 'é', '€', '😀')).map(([name, filler]) => filled(name, filler));
	return fc.oneof({ withCrossShrink: true }, { weight: 3, arbitrary: short }, { weight: 1, arbitrary: long });
};
