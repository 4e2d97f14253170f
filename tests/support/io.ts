import type { Io } from '../../src/cli/io.ts';

const plain = (text: string): string => text;

/** An Io without colours that keeps what was written. */
export function fakeIo(
	cwd = '/nowhere',
	env: Readonly<Record<string, string>> = {},
): Io & { stdout: string; stderr: string } {
	const io = {
		cwd,
		env: { GEN_SQL_CACHE: 'off', ...env },
		paint: { error: plain, hint: plain },
		stdout: '',
		stderr: '',
		out(text: string) {
			io.stdout += text;
		},
		async settled() {},
		err(text: string) {
			io.stderr += text;
		},
	};
	return io;
}
