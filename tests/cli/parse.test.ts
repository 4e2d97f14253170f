import * as assert from 'uvu/assert';
import { defineCommand, GLOBAL_OPTIONS, nameOf, type OptionSpec, type OptionSpecs } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { parse } from '../../src/cli/parse.ts';
import type { ErrorCode } from '../../src/core/error.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

function command(...argv: readonly string[]) {
	const invocation = parse(argv, commands);
	if (invocation.kind !== 'command') throw new Error(`expected a command, got ${invocation.kind}`);
	const { command: found, args, options } = invocation;
	return { name: nameOf(found), args, options };
}

function help(...argv: readonly string[]): string {
	const invocation = parse(argv, commands);
	if (invocation.kind !== 'help') throw new Error(`expected help, got ${invocation.kind}`);
	return invocation.text;
}

suite('cli/parse', (test) => {
	test('deals out arguments and fills in the values of absent options', () => {
		assert.equal(command('history'), {
			name: 'history',
			args: [],
			options: {
				'rev-range': undefined,
				current: [],
				graph: false,
				verbose: false,
				format: 'text',
				config: undefined,
				dialect: undefined,
				name: undefined,
				x: [],
				output: undefined,
				quiet: false,
				'no-color': false,
				help: false,
				version: false,
			},
		});
	});

	test('takes options before the command, between and after', () => {
		assert.is(command('--format', 'json', 'history').options['format'], 'json');
		assert.is(command('-q', 'upgrade', '--output=a.sql', 'head', '--no-guard').options['output'], 'a.sql');
	});

	test('keeps what looks like a number as it is', () => {
		for (const id of ['0042', '1e5', '-1', '0x1F', '1.0', '+2', 'true', '']) {
			assert.equal(command('show', id).args, [id]);
		}
		assert.is(command('revision', '--rev-id', '0042', '-m', '1e5').options['rev-id'], '0042');
		assert.is(command('revision', '--rev-id', '0042', '-m', '1e5').options['message'], '1e5');
	});

	test('takes what follows -- for arguments', () => {
		assert.equal(command('show', '--', '--help').args, ['--help']);
		assert.equal(command('--', 'upgrade', '-x').args, ['-x']);
	});

	test('leaves out an argument that need not be there', () => {
		assert.equal(command('init').args, [undefined]);
		assert.equal(command('init', 'db').args, ['db']);
	});

	for (const [argv, code, message, hint] of [
		[['upgrade'], 'USAGE_INVALID', 'upgrade needs <range>', 'usage: gen-sql upgrade <range>'],
		[['show'], 'USAGE_INVALID', 'show needs <revision>', 'usage: gen-sql show <revision>'],
		[['upgrade', 'a', 'b'], 'USAGE_INVALID', 'upgrade got "b" as a surplus argument', 'usage: gen-sql upgrade <range>'],
		[['history', 'head'], 'USAGE_INVALID', 'history got "head" as a surplus argument', 'usage: gen-sql history'],
		[['upgrad', 'head'], 'USAGE_INVALID', 'there is no command "upgrad"', 'did you mean "upgrade"?'],
		[['Heads'], 'USAGE_INVALID', 'there is no command "Heads"', 'did you mean "heads"?'],
		[['-1'], 'USAGE_INVALID', 'there is no command "-1"', undefined],
		[[''], 'USAGE_INVALID', 'there is no command ""', undefined],
		[['nonsense', '--help'], 'USAGE_INVALID', 'there is no command "nonsense"', undefined],
		[['--quiet'], 'USAGE_INVALID', 'no command is given', undefined],
		[['heads', '--no-guard'], 'OPTION_UNKNOWN', 'heads has no option --no-guard', 'see `gen-sql heads --help`'],
		[
			['upgrade', 'head', '-m', 'x'],
			'OPTION_UNKNOWN',
			'upgrade has no option --message',
			'see `gen-sql upgrade --help`',
		],
		[['heads', '--format', 'jsn'], 'OPTION_INVALID', '--format cannot be "jsn"', 'did you mean "json"?'],
		[['heads', '--format', 'yaml'], 'OPTION_INVALID', '--format cannot be "yaml"', 'use one of: text, json'],
		[
			['heads', '--dialect', 'postgres'],
			'OPTION_INVALID',
			'--dialect cannot be "postgres"',
			'did you mean "postgresql"?',
		],
		[['heads', '--format='], 'OPTION_INVALID', '--format cannot be ""', undefined],
		[['heads', '--output', 'a', '--output', 'b'], 'OPTION_INVALID', '--output is given 2 times', 'give it once'],
	] as readonly (readonly [readonly string[], ErrorCode, string, string | undefined])[]) {
		test(`refuses "${argv.join(' ')}"`, () => {
			const error = throwsCode(() => parse(argv, commands), code);
			assert.is(error.message, message);
			assert.is(error.exitCode, 2);
			if (hint !== undefined) assert.is(error.hint, hint);
		});
	}

	test('says the version whatever else is asked for', () => {
		for (const argv of [['--version'], ['upgrade', '--version'], ['--version', '--help']]) {
			assert.is(parse(argv, commands).kind, 'version');
		}
	});

	test('shows the help of all for no arguments, --help and -h', () => {
		const text = help();
		for (const one of commands) assert.match(text, nameOf(one));
		assert.is(help('--help'), text);
		assert.is(help('-h'), text);
	});

	for (const one of commands) {
		test(`shows the help of ${nameOf(one)}, with all its options`, () => {
			const text = help(nameOf(one), '--help');
			assert.is(help('--help', nameOf(one), 'surplus'), text);
			const shown = [
				...Object.keys(one.options).map((name) => `--${name}`),
				...['--config', '--dialect', '-x', '--output', '--quiet', '--no-color', '--help'],
				...one.examples.map((example) => `gen-sql ${example}`),
			];
			assert.equal(
				shown.filter((part) => !text.includes(part)),
				[],
			);
		});
	}

	test('no option of a command takes the name or the letter of a global one, or of another of its own', () => {
		for (const one of commands) {
			const specs: readonly (readonly [string, OptionSpec])[] = [
				...Object.entries(one.options),
				...Object.entries(GLOBAL_OPTIONS),
			];
			const names = specs.flatMap(([name, { alias }]) => (alias === undefined ? [name] : [name, alias]));
			assert.equal(names, [...new Set(names)], nameOf(one));
		}
	});

	test('lines the descriptions of options up', () => {
		const columns = help('upgrade', '-h')
			.split('\n')
			.flatMap((line) => /^ +-.*? {2,}(?=\S)/.exec(line)?.[0].length ?? []);
		assert.ok(columns.length > 5);
		assert.is(new Set(columns).size, 1, columns.join(' '));
	});

	test('every example parses', () => {
		for (const { examples } of commands) {
			for (const example of examples) {
				const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
				assert.is(parse(words, commands).kind, 'command', example);
			}
		}
	});
});

/** Two commands that mean different things by `-m` and by `--at`. */
const clashing = [
	clashingCommand('make', {
		message: { type: 'string', alias: 'm', describe: 'What it says' },
		at: { type: 'boolean', describe: 'At once' },
	}),
	clashingCommand('move', {
		mode: { type: 'string', alias: 'm', describe: 'How it moves' },
		at: { type: 'string', alias: 'a', describe: 'Where' },
	}),
];

function clashingCommand(name: string, options: OptionSpecs) {
	return defineCommand({ usage: `${name} [thing]`, describe: 'A command.', options, examples: [], run: async () => 0 });
}

suite('cli/parse, options that commands share', (test) => {
	const parsed = (...argv: readonly string[]) => {
		const invocation = parse(argv, clashing);
		if (invocation.kind !== 'command') throw new Error(`expected a command, got ${invocation.kind}`);
		const { at, message, mode } = invocation.options;
		return [nameOf(invocation.command), ...invocation.args, { at, message: message ?? mode }];
	};

	for (const [argv, expected] of [
		[
			['make', '-m', 'a', 'it'],
			['make', 'it', { at: false, message: 'a' }],
		],
		[
			['move', '-m', 'a', 'it'],
			['move', 'it', { at: undefined, message: 'a' }],
		],
		[
			['-ma', 'move', 'it'],
			['move', 'it', { at: undefined, message: 'a' }],
		],
		[
			['make', '--at', 'it'],
			['make', 'it', { at: true, message: undefined }],
		],
		[
			['move', '--at', 'it'],
			['move', undefined, { at: 'it', message: undefined }],
		],
		[
			['--at', 'make'],
			['make', undefined, { at: true, message: undefined }],
		],
		[
			['--at', 'here', 'move'],
			['move', undefined, { at: 'here', message: undefined }],
		],
		[
			['-m', 'move', 'make'],
			['make', undefined, { at: false, message: 'move' }],
		],
		[
			['-x', 'make', 'move', '-a', '-1'],
			['move', undefined, { at: '-1', message: undefined }],
		],
	] as const) {
		test(`reads "${argv.join(' ')}"`, () => assert.equal(parsed(...argv), expected));
	}

	for (const [argv, code, message, hint] of [
		[
			['--at', 'make', 'move'],
			'USAGE_INVALID',
			'the command may be make or move',
			'write the command before its options',
		],
		[['make', '--mode', 'x'], 'OPTION_UNKNOWN', 'make has no option --mode', 'see `gen-sql make --help`'],
		[['make', '--at=x'], 'OPTION_INVALID', '--at takes no value, got "x"', 'leave "=x" out'],
		[['--at', 'here', 'make'], 'USAGE_INVALID', 'no command is given', 'commands: make, move'],
	] as const) {
		test(`refuses "${argv.join(' ')}"`, () => {
			const error = throwsCode(() => parse(argv, clashing), code);
			assert.equal([error.message, error.hint], [message, hint]);
		});
	}

	test('shows in the help of each what it means there', () => {
		const shown = (name: string) => {
			const invocation = parse([name, '--help'], clashing);
			return invocation.kind === 'help' ? invocation.text : '';
		};
		assert.match(shown('make'), /-m, --message +What it says\n +--at +At once/);
		assert.match(shown('move'), /-m, --mode +How it moves\n +-a, --at +Where/);
	});

	test('suggests no option of another command', () => {
		for (const misspelt of ['--mesage', '--hed']) {
			const { hint } = throwsCode(() => parse(['upgrade', misspelt, 'x'], commands), 'OPTION_UNKNOWN');
			assert.not.match(hint ?? '', 'did you mean');
		}
	});
});
