import { readFileSync } from 'node:fs';
import { LOCK_MODES } from '../../src/dialects/postgresql/facts/lock-modes.ts';
import type { Effect, Effects } from './observe.ts';

interface Measure {
	readonly versions: string;
	readonly locks?: Readonly<Record<string, string>>;
	readonly rewrite?: readonly string[];
	readonly scan?: readonly string[];
	readonly indexBuilt?: readonly string[];
	readonly inTransaction?: boolean;
	readonly error?: string;
}

/** A statement with what was measured on each version. */
export interface MeasuredRow {
	readonly group: string;
	readonly statement: string;
	readonly sql: string | readonly string[];
	readonly measured: readonly Measure[];
}

const here = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The tables that `measured.json` was measured on. */
export const FIXTURE = here('fixture.sql');

export const ROWS = (JSON.parse(here('measured.json')) as { readonly rows: readonly MeasuredRow[] }).rows;

export const measureOf = ({ measured }: MeasuredRow, version: number): Measure | undefined =>
	measured.find(({ versions }) => {
		const [first = 0, last = first] = versions.split('-').map(Number);
		return first <= version && version <= last;
	});

export const statementsOf = ({ sql }: { readonly sql: string | readonly string[] }): readonly string[] =>
	typeof sql === 'string' ? [sql] : sql;

const LETTERS: Readonly<Record<string, (typeof LOCK_MODES)[number]>> = Object.fromEntries(
	LOCK_MODES.map((mode) => [
		mode
			.split(' ')
			.map(([letter]) => letter)
			.join(''),
		mode,
	]),
);

/** The table of an index, by the names of the fixture. */
const tableOf = (index: string): string => /^(?:newpart_ck|newpart|p1|p2|pd)(?=_)/.exec(index)?.[0] ?? 't';

/**
 * What was measured, for the tables and views among the relations.
 *
 * @param isTable - Indexes and sequences are left out.
 */
export function effectsOf(measure: Measure, isTable: (name: string) => boolean): Effects {
	const built = new Set((measure.indexBuilt ?? []).map(tableOf));
	const found = new Map<string, Effect>();
	for (const [name, letters] of Object.entries(measure.locks ?? {})) {
		if (!isTable(name)) continue;
		const [rewrite, scan] = [measure.rewrite?.includes(name) ?? false, measure.scan?.includes(name) ?? false];
		found.set(name, { lock: LETTERS[letters] ?? letters, rewrite, scan, indexBuild: built.has(name) });
	}
	return found;
}
