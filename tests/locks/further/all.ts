import { BODIES } from './bodies.ts';
import { COLUMN_CHANGES } from './column-changes.ts';
import { COLUMNS } from './columns.ts';
import { CONSTRAINTS } from './constraints.ts';
import { INDEXES } from './indexes.ts';
import { KEYS } from './keys.ts';
import type { MeasuredStatement } from './measured-statement.ts';
import { MIXED } from './mixed.ts';
import { OBJECTS } from './objects.ts';
import { PARTITION_TREES } from './partition-trees.ts';
import { PARTITIONS } from './partitions.ts';
import { QUERIES } from './queries.ts';
import { ROUTINES } from './routines.ts';
import { ROWS_CHANGED } from './rows.ts';
import { SEVERAL } from './several.ts';
import { STORAGE } from './storage.ts';
import { TYPE_CHANGES } from './type-changes.ts';
import { TYPES } from './types.ts';
import { VIEWS_AND_SEQUENCES } from './views-and-sequences.ts';

/** The statements of this folder. */
export const FURTHER: readonly MeasuredStatement[] = [
	BODIES,
	COLUMNS,
	CONSTRAINTS,
	INDEXES,
	MIXED,
	OBJECTS,
	PARTITIONS,
	QUERIES,
	TYPES,
	TYPE_CHANGES,
	COLUMN_CHANGES,
	KEYS,
	STORAGE,
	PARTITION_TREES,
	ROWS_CHANGED,
	ROUTINES,
	VIEWS_AND_SEQUENCES,
	SEVERAL,
].flat();
