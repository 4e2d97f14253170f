import * as assert from 'uvu/assert';
import { firstWord, sortArguments } from '../../src/cli/arguments.ts';
import type { OptionSpecs } from '../../src/cli/command.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const specs = {
	message: { type: 'string', alias: 'm', describe: '' },
	range: { type: 'string', alias: 'r', describe: '' },
	x: { type: 'list', describe: '' },
	head: { type: 'list', describe: '' },
	quiet: { type: 'boolean', alias: 'q', describe: '' },
	verbose: { type: 'boolean', alias: 'v', describe: '' },
	'no-color': { type: 'boolean', describe: '' },
} as const satisfies OptionSpecs;

const sorted = (...argv: readonly string[]) => {
	const { words, given } = sortArguments(argv, specs);
	return [words, Object.fromEntries(given)];
};

suite('cli/arguments', (test) => {
	for (const [argv, words, given] of [
		[['upgrade', 'head'], ['upgrade', 'head'], {}],
		[['--message', 'a b', 'upgrade'], ['upgrade'], { message: ['a b'] }],
		[['--message=a=b', 'upgrade'], ['upgrade'], { message: ['a=b'] }],
		[['--message=', 'upgrade'], ['upgrade'], { message: [''] }],
		[['-m', 'text'], [], { message: ['text'] }],
		[['-mtext'], [], { message: ['text'] }],
		[['-m=text'], [], { message: ['text'] }],
		[['-m', ''], [], { message: [''] }],
		[['-m', '-1 step'], [], { message: ['-1 step'] }],
		[['downgrade', '-1'], ['downgrade', '-1'], {}],
		[['downgrade', '-12:base'], ['downgrade', '-12:base'], {}],
		[['history', '-r-3:head'], ['history'], { range: ['-3:head'] }],
		[['history', '-r', '-3:head'], ['history'], { range: ['-3:head'] }],
		[['history', '-r=-3:head'], ['history'], { range: ['-3:head'] }],
		[['history', '--range', '-3:head'], ['history'], { range: ['-3:head'] }],
		[['history', '--range=-3:head'], ['history'], { range: ['-3:head'] }],
		[['-x', 'a=1', 'upgrade', '-x', 'b=2', '-xc=3', '-x=d=4'], ['upgrade'], { x: ['a=1', 'b=2', 'c=3', 'd=4'] }],
		[['--head', '0042', '--head', '1e5'], [], { head: ['0042', '1e5'] }],
		[
			['show', '0042', '1e5', '0x10', 'true', 'null', '007'],
			['show', '0042', '1e5', '0x10', 'true', 'null', '007'],
			{},
		],
		[['-q', 'heads', '--verbose'], ['heads'], { quiet: [true], verbose: [true] }],
		[['-qv', 'heads'], ['heads'], { quiet: [true], verbose: [true] }],
		[['-qr-1'], [], { quiet: [true], range: ['-1'] }],
		[['--quiet', 'heads', '--no-color'], ['heads'], { quiet: [true], 'no-color': [true] }],
		[['--', '-q', '--message', '--'], ['-q', '--message', '--'], {}],
		[['-q', '--', 'upgrade', '--', '-x'], ['upgrade', '--', '-x'], { quiet: [true] }],
		[['-'], ['-'], {}],
		[['', 'a'], ['', 'a'], {}],
		[['-m', '-'], [], { message: ['-'] }],
	] as const) {
		test(`sorts ${argv.join(' ')}`, () => assert.equal(sorted(...argv), [words, given]));
	}

	for (const [argv, code, message, hint] of [
		[['--message'], 'OPTION_INVALID', '--message needs a value', undefined],
		[['-m'], 'OPTION_INVALID', '-m needs a value', undefined],
		[['-m', '--quiet'], 'OPTION_INVALID', '-m needs a value', /"--quiet" is an option; .* -m=VALUE/],
		[['--message', '-q'], 'OPTION_INVALID', '--message needs a value', /--message=VALUE/],
		[['--message', '--'], 'OPTION_INVALID', '--message needs a value', /./],
		[['--quiet=1'], 'OPTION_INVALID', '--quiet takes no value, got "1"', /leave "=1" out/],
		[['--no-color=false'], 'OPTION_INVALID', '--no-color takes no value, got "false"', /./],
		[['-q=1'], 'OPTION_INVALID', '-q takes no value, got "1"', /./],
		[['--quiett'], 'OPTION_UNKNOWN', 'there is no option --quiett', /did you mean "--quiet"\?/],
		[['--mesage=x'], 'OPTION_UNKNOWN', 'there is no option --mesage', /did you mean "--message"\?/],
		[['--color'], 'OPTION_UNKNOWN', 'there is no option --color', /./],
		[['-z'], 'OPTION_UNKNOWN', 'there is no option -z', undefined],
		[['-qz'], 'OPTION_UNKNOWN', 'there is no option -z', undefined],
		[['--m', 'text'], 'OPTION_UNKNOWN', 'there is no option --m', /./],
		[['--toString'], 'OPTION_UNKNOWN', 'there is no option --toString', /./],
		[['--no-quiet'], 'OPTION_UNKNOWN', 'there is no option --no-quiet', /./],
	] as const) {
		test(`refuses ${argv.join(' ')}`, () => {
			const error = throwsCode(() => sortArguments(argv, specs), code);
			assert.is(error.message, message);
			assert.is(error.exitCode, 2);
			if (hint) assert.match(error.hint ?? '', hint);
			else assert.is(error.hint, undefined);
		});
	}

	for (const [argv, word] of [
		[['upgrade', 'head'], 'upgrade'],
		[['--message', 'a', 'upgrade'], 'upgrade'],
		[['--message=a', 'upgrade'], 'upgrade'],
		[['-qm', 'a', 'upgrade'], 'upgrade'],
		[['-qma', 'upgrade'], 'upgrade'],
		[['-q', '--verbose', '-1'], '-1'],
		[['--unknown', '-z', 'upgrade'], 'upgrade'],
		[['-q', '--', '--help'], '--help'],
		[['', 'upgrade'], ''],
		[['-q', '--'], undefined],
		[['--message'], undefined],
		[[], undefined],
	] as const) {
		test(`finds ${word ?? 'no word'} in "${argv.join(' ')}"`, () => assert.is(firstWord(argv, specs), word));
	}
});
