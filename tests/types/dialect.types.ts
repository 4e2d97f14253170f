/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import type { Dialect, OperationOf } from 'gen-sql';
import type { Compile, CompileTable, Spelling } from '../../src/dialects/dialect.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import { statement } from '../../src/sql/statement.ts';
import { concat, joined, list, raw, words } from '../../src/sql/words.ts';

declare const name: string;
declare const op: OperationOf<'dropTable'>;
declare const q: Spelling;
declare const all: CompileTable;
declare const allButOne: Omit<CompileTable, 'dropTable'>;

// What compiles.
words('DROP TABLE', op.ifExists && 'IF EXISTS', q.qualified(op.table), undefined);
export const whole: CompileTable = { ...allButOne, dropTable: () => [] };
export const another: Dialect = { ...postgresql, name: 'another', compile: whole };

// @ts-expect-error a name must be quoted by the dialect first
words('DROP', name);

// @ts-expect-error nor is the name of an operation quoted
words('DROP TABLE', op.table.name);

// @ts-expect-error nor can it hide inside a template literal
words('DROP', `COLUMN ${name}`);

// @ts-expect-error keywords are written in capitals, so that a name that is a literal is no keyword
words('DROP TABLE', 'user');

// @ts-expect-error a list holds what was quoted
list([name]);

// @ts-expect-error so does what is joined
joined([q.name(name), name]);

// @ts-expect-error with and without spaces
concat(raw('('), name);

// @ts-expect-error a statement is no text
statement(name);

// @ts-expect-error a dialect says something about every operation
export const partial: CompileTable = allButOne;

// @ts-expect-error and about nothing else
export const surplus: CompileTable = { ...all, truncateTable: () => [] };

// @ts-expect-error about each what it is
export const swapped: CompileTable = { ...all, dropTable: all.dropColumn };

// @ts-expect-error statements, not text
export const text: Compile<'dropTable'> = () => 'DROP TABLE a';

// @ts-expect-error a dialect has words for what stands around a script
export const wordless: Dialect = { name: 'a', urlSchemes: [], spelling: postgresql.spelling, compile: all };
