import { type Io, PLAIN_PAGE } from '../../src/cli/io.ts';

const plain = (text: string): string => text;

/** An Io without colours that keeps what was written. */
export function fakeIo(
	cwd = '/nowhere',
	env: Readonly<Record<string, string>> = {},
	stdin = '',
): Io & { stdout: string; stderr: string; launched: readonly string[][] } {
	const io = {
		cwd,
		env: { GEN_SQL_CACHE: 'off', ...env },
		paint: { error: plain, hint: plain },
		page: PLAIN_PAGE,
		stdin: () => stdin,
		stdout: '',
		stderr: '',
		out(text: string) {
			io.stdout += text;
		},
		async settled() {},
		launched: [] as string[][],
		async launch(program: string, args: readonly string[]) {
			io.launched.push([program, ...args]);
			return program === 'false' ? 1 : 0;
		},
		err(text: string) {
			io.stderr += text;
		},
	};
	return io;
}
