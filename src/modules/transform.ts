import { createRequire, SourceMap, type SourceMapPayload } from 'node:module';
import type { OxcError } from 'oxc-transform';
import { GenSqlError } from '../core/error.ts';
import { positionAt } from '../core/source.ts';
import { byLineFeed } from '../core/text.ts';

const require = createRequire(import.meta.url);

/** Loaded when a module is not in the cache, or a position is to be translated; synchronously, as errors are made. */
const oxc = (): typeof import('oxc-transform') => require('oxc-transform');

/**
 * Turn a TypeScript or JavaScript module into the text the runner evaluates: types off, imports and exports as calls.
 *
 * @throws {GenSqlError} REVISION_SYNTAX when the text cannot be transformed.
 */
export const transform = (file: string, source: string): string => passes(file, source, false).code;

/** How positions in the transformed text lead back to the source. The maps are made when a position is asked for. */
export function translator(
	file: string,
	source: string,
): (line: number, column: number) => { readonly line: number; readonly column: number } {
	let chain: readonly SourceMap[] | undefined;
	return (line, column) => {
		chain ??= passes(file, source, true).maps.map((map) => new SourceMap(map));
		let position = { line, column };
		for (const map of chain) {
			const entry = map.findEntry(position.line - 1, position.column - 1);
			if ('originalLine' in entry) position = { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
		}
		return byLineFeed(source, position);
	};
}

/** Both passes reprint the text, so each has a map; they come last pass first, as a position is led back. */
function passes(file: string, source: string, sourcemap: boolean) {
	const { moduleRunnerTransformSync, transformSync } = oxc();
	const plain = transformSync(file, source, { sourcemap, sourceType: 'module' });
	const [error] = plain.errors;
	if (error) throw syntaxError(file, source, error.message, offsetOf(error, source));
	const runnable = moduleRunnerTransformSync(file, plain.code, { sourcemap });
	const [second] = runnable.errors;
	if (second) throw syntaxError(file, plain.code, second.message, offsetOf(second, plain.code));
	const maps = [runnable.map, plain.map].filter((map) => map !== undefined) as unknown as readonly SourceMapPayload[];
	return { code: runnable.code, maps };
}

/** Where JSON stops being JSON, as far as a parser of JavaScript can tell. Counted from 0. */
export function jsonErrorOffset(text: string): number {
	const expression = `(${text}\n)`;
	const [error] = oxc().transformSync('data.js', expression).errors;
	return error ? Math.max(0, offsetOf(error, expression) - 1) : 0;
}

/** Where an error stands; the transformer counts bytes. */
const offsetOf = ({ labels: [label] }: OxcError, text: string): number =>
	Buffer.from(text).toString('utf8', 0, label?.start ?? 0).length;

/** A mistake of the grammar, placed in the file. Offsets count from 0. */
export function syntaxError(file: string, source: string, message: string, offset: number): GenSqlError {
	return new GenSqlError('REVISION_SYNTAX', message.replace(/\.$/, ''), { at: positionAt(file, source, offset) });
}
