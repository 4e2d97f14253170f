import { statement } from '../../sql/statement.ts';
import { words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';
import { needsOf } from './online.ts';

export const dropTable: Compile<'dropTable'> = (op, q) => [
	statement(words('DROP TABLE', op.ifExists && 'IF EXISTS', q.qualified(op.table))),
];

export const renameTable: Compile<'renameTable'> = (op, q) => [
	statement(words('ALTER TABLE', q.qualified(op.table), 'RENAME TO', q.name(op.newName))),
];

export const dropColumn: Compile<'dropColumn'> = (op, q) => [
	statement(
		words('ALTER TABLE', q.qualified(op.table), 'DROP COLUMN', op.ifExists && 'IF EXISTS', q.name(op.column)),
		needsOf(op),
	),
];
