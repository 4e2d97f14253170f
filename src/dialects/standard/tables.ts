import type { CreateTable } from '../../ops/create-table.ts';
import { statement } from '../../sql/statement.ts';
import { words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { unsupported } from '../unsupported.ts';
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

export const renameColumn: Compile<'renameColumn'> = ({ table, column, newName, ifExists }, q) => [
	statement(
		words(
			'ALTER TABLE',
			ifExists && 'IF EXISTS',
			q.qualified(table),
			'RENAME COLUMN',
			q.name(column),
			'TO',
			q.name(newName),
		),
	),
];

/** Whether a table is a temporary one, where that is all that can stand between CREATE and TABLE. */
export function isTemporary({ prefixes }: Pick<CreateTable, 'prefixes'>, { dialect }: Spelling): boolean {
	const stray = prefixes.find((prefix) => prefix !== 'TEMPORARY' && prefix !== 'TEMP');
	if (stray !== undefined) unsupported(dialect, `create ${stray} tables`, 'leave the prefix out');
	return prefixes.length > 0;
}
