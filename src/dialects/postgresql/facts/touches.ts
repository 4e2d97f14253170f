import type { RelationFacts } from '../../facts.ts';
import { placeholdersShown } from '../placeholders.ts';
import { blocksOf, type LockMode, stronger } from './lock-modes.ts';
import type { Target } from './target.ts';

type Work = 'rewrite' | 'scan' | 'indexBuild';

interface Touch {
	readonly target: Target;
	lock: LockMode;
	readonly work: Set<Work>;
	readonly reasons: Set<string>;
}

/** Gathers what one statement does to relations. */
export class Touches {
	readonly #found: Map<string, Touch>;
	readonly #isWorking: boolean;

	constructor(found = new Map<string, Touch>(), isWorking = true) {
		this.#found = found;
		this.#isWorking = isWorking;
	}

	/** The same relations, of which only locks are gathered. */
	locksOnly(): Touches {
		return new Touches(this.#found, false);
	}

	has({ id }: Target): boolean {
		return this.#found.has(id);
	}

	/** Lock a relation; the strongest lock of several counts. */
	lock(target: Target, mode: LockMode, reason?: string): void {
		if (isSystem(target)) return;
		const touch = this.#found.get(target.id);
		if (touch) touch.lock = stronger(touch.lock, mode);
		else this.#found.set(target.id, { target, lock: mode, work: new Set(), reasons: new Set() });
		if (reason) this.#found.get(target.id)?.reasons.add(reason);
	}

	/** Say that a relation, which is locked already, is rewritten or read or gets an index. What is rewritten is read. */
	work(target: Target, work: Work, reason: string): void {
		const touch = this.#found.get(target.id);
		if (!touch || !target.hasStorage || !this.#isWorking) return;
		touch.work.add(work);
		if (work !== 'scan' || !touch.work.has('rewrite')) touch.reasons.add(reason);
	}

	/** @param rows - How many rows relations have, by their ids, where it is known. */
	facts(isNew: (target: Target) => boolean, rows?: ReadonlyMap<string, number>): readonly RelationFacts[] {
		return [...this.#found.values()].map(({ target, lock, work, reasons }) => ({
			name: placeholdersShown(target.id),
			...(rows?.has(target.id) && { rows: rows.get(target.id) ?? 0 }),
			kind: target.kind,
			isTable: target.isTable,
			lock,
			blocks: blocksOf(lock),
			rewrite: work.has('rewrite'),
			scan: work.has('scan'),
			indexBuild: work.has('indexBuild'),
			isNew: isNew(target),
			reasons: Array.from(reasons, placeholdersShown),
		}));
	}
}

/** What belongs to the server itself is locked by every statement, and by none for long. */
const isSystem = ({ schema }: Target): boolean =>
	schema === 'pg_catalog' || schema === 'information_schema' || schema === 'pg_toast';
