import { statement } from '../../sql/statement.ts';
import { words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';

export const renameConstraint: Compile<'renameConstraint'> = ({ name, table, newName, ifExists }, q) => [
	statement(
		words(
			'ALTER TABLE',
			ifExists && 'IF EXISTS',
			q.qualified(table),
			'RENAME CONSTRAINT',
			q.name(name),
			'TO',
			q.name(newName),
		),
	),
];

export const renameIndex: Compile<'renameIndex'> = ({ index, newName, ifExists }, q) => [
	statement(words('ALTER INDEX', ifExists && 'IF EXISTS', q.qualified(index), 'RENAME TO', q.name(newName))),
];
