import type { ContextMethods } from '../ops/context.ts';
import * as check from '../schema/arguments.ts';
import { finalName } from '../schema/final-name.ts';
import { type ReadSql, relativePath } from '../schema/sql-file.ts';
import { literal } from '../sql/sql.ts';
import type { LiteralValue } from '../sql/value.ts';

/** Checks what the author passes, and gives a value for it. */
type Give = (given: unknown, ...rest: readonly unknown[]) => unknown;

/** The methods of `op` that record nothing, and return what is made of their one argument. */
export const valueMethods = (readSql: ReadSql) =>
	({
		f(name, ...rest) {
			check.noMore('f', rest);
			return finalName(name as string);
		},
		inlineLiteral(value, ...rest) {
			check.noMore('inlineLiteral', rest);
			return literal(value as LiteralValue);
		},
		readSql(file, ...rest) {
			check.noMore('readSql', rest);
			return readSql(relativePath(file, 'readSql: file'));
		},
	}) satisfies { readonly [Name in keyof ContextMethods]?: Give };
