import type { Unseen } from '../../sql/reading.ts';

/**
 * What the commands on a line of psql run that does not stand in the script.
 *
 * @see https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMANDS
 */
export const unseenBy = (line: string): readonly Unseen[] =>
	[...commandsIn(line)].flatMap(({ name, argument }) => {
		const message = COMMANDS[name]?.(argument) ?? (argument.includes('`') ? runsProgram(name) : undefined);
		if (message === undefined) return [];
		return [{ command: `\\${name} ${argument}`.trim(), message, isOfQuery: name === 'gexec' }];
	});

interface Command {
	/** Without its backslash: `i`; a backslash or a semicolon where SQL follows. */
	readonly name: string;
	readonly argument: string;
}

/** Commands whose argument goes to the end of the line. */
const WHOLE_LINE: ReadonlySet<string> = new Set(['!', 'copy', 'ef', 'ev', 'h', 'help', 'sf', 'sv', '\\', ';']);

/** A backslash outside of quotes begins the next command on a line. */
const ARGUMENT = /^(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`|[^\\])*/s;

function* commandsIn(line: string): Generator<Command> {
	for (let rest = line; rest.startsWith('\\'); ) {
		const name = /^\\([\\;]|[^\s\\]*)/.exec(rest)?.[1] ?? '';
		const behind = rest.slice(1 + name.length);
		const argument = WHOLE_LINE.has(name) ? behind : (ARGUMENT.exec(behind)?.[0] ?? '');
		yield { name, argument: argument.trim() };
		rest = behind.slice(argument.length);
	}
}

type MessageOf = (argument: string) => string | undefined;

const runsProgram = (name: string): string => `\\${name} runs a program of the client`;

const included: MessageOf = (argument) => `the file ${argument} is run, and not looked at`;

const behind: MessageOf = (argument) =>
	/^(?:--.*)?$/.test(argument) ? undefined : 'the SQL behind a command on its line is not looked at';

const QUOTED = /'[^']*'|"[^"]*"/g;

/** Output that goes to a program. */
const piped =
	(name: string): MessageOf =>
	(argument) =>
		/^'?\|/.test(argument) ? runsProgram(name) : undefined;

const COMMANDS: Readonly<Record<string, MessageOf>> = {
	'!': () => runsProgram('!'),
	';': behind,
	'\\': behind,
	copy: (argument) =>
		/\b(?:from|to)\s+program\b/i.test(argument.replaceAll(QUOTED, "''")) ? runsProgram('copy') : undefined,
	g: piped('g'),
	gexec: () => 'what the query gives is run as SQL',
	gx: piped('gx'),
	i: included,
	include: included,
	include_relative: included,
	ir: included,
	o: piped('o'),
	out: piped('out'),
	w: piped('w'),
	write: piped('write'),
};
