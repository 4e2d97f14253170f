import type { FactReader, StatementFacts } from '../../src/dialects/facts.ts';
import { LOCK_MODES } from '../../src/dialects/postgresql/facts/lock-modes.ts';
import { postgresql } from '../../src/dialects/postgresql/index.ts';
import type { Effect, Effects } from './observe.ts';

/** Facts of statements that were read one after the other. */
export interface Found {
	readonly effects: Effects;
	readonly transactional: boolean;
}

const readers = new Map<string, Promise<FactReader>>();

/** What reads the facts for a version, told of the fixture, and of what a statement needs beside it. */
export async function readerOf(version: number, fixture: string, setup?: string): Promise<FactReader> {
	const key = `${version} ${fixture}`;
	const known = readers.get(key) ?? told(version, fixture);
	readers.set(key, known);
	const reader = inLab((await known).next());
	if (setup !== undefined) read(reader, setup);
	return inLab(reader.next({ isInTransaction: true }));
}

/** A session that finds the relations of the fixture. */
function inLab(reader: FactReader): FactReader {
	read(reader, 'SET search_path = lab, public');
	return reader;
}

async function told(version: number, fixture: string): Promise<FactReader> {
	const make = await postgresql.loadFacts?.();
	if (!make) throw new Error('PostgreSQL has facts');
	const reader = make({ version, hasBaseline: true });
	read(reader, fixture);
	return reader;
}

function read(reader: FactReader, text: string): readonly StatementFacts[] {
	const found = reader.read(text);
	if ('message' in found) throw new Error(`${found.message}: ${text}`);
	return found;
}

const VIEWS: ReadonlySet<string> = new Set(['view']);

/** What statements do to tables and views that were there before, by the names that the fixture gives them. */
export function expected(reader: FactReader, statements: readonly string[]): Found {
	const effects = new Map<string, Effect>();
	let transactional = true;
	for (const facts of statements.flatMap((text) => read(reader, text))) {
		transactional &&= facts.transactional;
		for (const { name, kind, isTable, isNew, lock, rewrite, scan, indexBuild } of facts.relations) {
			if (isNew || !(isTable || VIEWS.has(kind))) continue;
			const short = name.replace(/^lab\./, '');
			const before = effects.get(short);
			effects.set(short, {
				lock: strongest(before?.lock, lock),
				rewrite: rewrite || before?.rewrite === true,
				scan: scan || before?.scan === true,
				indexBuild: indexBuild || before?.indexBuild === true,
			});
		}
	}
	return { effects, transactional };
}

const strongest = (a: string | undefined, b: string): string =>
	[a, b].reduce<string>((best, mode) => {
		const modes: readonly string[] = LOCK_MODES;
		return mode !== undefined && modes.indexOf(mode) > modes.indexOf(best) ? mode : best;
	}, b);

export const FACTS = ['lock', 'rewrite', 'scan', 'indexBuild'] as const;
export type Fact = (typeof FACTS)[number];

/** The relations for which a fact is not what was measured: `t: false, not true`. */
export function differences(found: Effects, measured: Effects, fact: Fact): readonly string[] {
	const names = [...new Set([...found.keys(), ...measured.keys()])].sort();
	return names.flatMap((name) => {
		const [ours, theirs] = [found.get(name)?.[fact] ?? false, measured.get(name)?.[fact] ?? false];
		return ours === theirs ? [] : [`${name}: ${ours}, not ${theirs}`];
	});
}
