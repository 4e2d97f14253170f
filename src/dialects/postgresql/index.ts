import type { Dialect } from '../dialect.ts';
import { standard } from '../standard/index.ts';
import { alterColumn } from './alter-column.ts';
import { addColumn } from './columns.ts';
import {
	createCheckConstraint,
	createExcludeConstraint,
	createForeignKey,
	createPrimaryKey,
	createUniqueConstraint,
} from './constraints.ts';
import { createDomain, dropDomain } from './domains.ts';
import { addEnumValue, createEnum, dropEnum, renameEnumValue } from './enums.ts';
import { createExtension, dropExtension } from './extensions.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { alterOwner, setSchema } from './objects.ts';
import { renameColumn, renameConstraint, renameIndex } from './renames.ts';
import { replaceEnum } from './replace-enum.ts';
import { createSchema, dropSchema, renameSchema } from './schemas.ts';
import { script } from './script.ts';
import { alterSequence, createSequence, dropSequence } from './sequences.ts';
import { spelling } from './spelling.ts';
import { createTable, createTableComment, dropTableComment } from './tables.ts';

/** PostgreSQL 11 to 18. */
export const postgresql: Dialect = {
	name: 'postgresql',
	urlSchemes: ['postgresql', 'postgres'],
	spelling,
	compile: {
		...standard,
		addColumn,
		addEnumValue,
		alterColumn,
		alterOwner,
		alterSequence,
		createCheckConstraint,
		createDomain,
		createEnum,
		createExcludeConstraint,
		createExtension,
		createForeignKey,
		createIndex,
		createPrimaryKey,
		createSchema,
		createSequence,
		createTable,
		createTableComment,
		createUniqueConstraint,
		dropDomain,
		dropEnum,
		dropExtension,
		dropIndex,
		dropSchema,
		dropSequence,
		dropTableComment,
		renameColumn,
		renameConstraint,
		renameEnumValue,
		renameIndex,
		renameSchema,
		replaceEnum,
		setSchema,
	},
	script,
};
