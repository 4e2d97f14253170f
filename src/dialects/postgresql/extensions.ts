import { statement } from '../../sql/statement.ts';
import { words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';

/** A version is written as a name: in quotes where it holds a dot. */
export const createExtension: Compile<'createExtension'> = ({ extension, schema, version, ...op }, q) => [
	statement(
		words(
			'CREATE EXTENSION',
			op.ifNotExists && 'IF NOT EXISTS',
			q.name(extension),
			schema !== undefined && words('SCHEMA', q.name(schema)),
			version !== undefined && words('VERSION', q.name(version)),
			op.cascade && 'CASCADE',
		),
	),
];

export const dropExtension: Compile<'dropExtension'> = ({ extension, ifExists, cascade }, q) => [
	statement(words('DROP EXTENSION', ifExists && 'IF EXISTS', q.name(extension), cascade && 'CASCADE')),
];
