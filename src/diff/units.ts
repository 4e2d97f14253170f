/** What a file of a unit is. */
export type Role = 'up' | 'down' | 'script' | 'facts';

/** The files that belong together: those of a revision, or one file of another tool. */
export interface Unit {
	/** Their path without their endings. */
	readonly stem: string;
	/** The path of each. */
	readonly files: ReadonlyMap<Role, string>;
}

const SCRIPT = /^(.+?)(?:\.(up|down))?\.sql$/s;
const FACTS = /^(.+)\.json$/s;

/** What the files of a folder belong to: `x.up.sql`, `x.down.sql` and `x.json` are one, any other .sql file alone. */
export function unitsOf(paths: Iterable<string>): ReadonlyMap<string, Unit> {
	const found = new Map<string, Map<Role, string>>();
	const put = (stem: string, role: Role, path: string): void => {
		const files = found.get(stem) ?? new Map<Role, string>();
		found.set(stem, files.set(role, path));
	};
	const all = [...paths];
	for (const path of all) {
		const [, stem, direction] = SCRIPT.exec(path) ?? [];
		if (stem !== undefined) put(stem, direction === 'up' || direction === 'down' ? direction : 'script', path);
	}
	for (const path of all) {
		const stem = FACTS.exec(path)?.[1];
		if (stem !== undefined && found.get(stem)?.has('up')) put(stem, 'facts', path);
	}
	return new Map([...found].map(([stem, files]) => [stem, { stem, files }]));
}

/** The names of files that can be part of a unit. */
export const isCompared = (path: string): boolean => /\.(?:sql|json)$/.test(path);

/** Whether there are revisions among the files: scripts with their facts beside them. */
export function isVersioned(files: { keys(): Iterable<string>; has(path: string): boolean }): boolean {
	for (const path of files.keys()) {
		if (path.endsWith('.up.sql') && files.has(path.replace(/\.up\.sql$/, '.json'))) return true;
	}
	return false;
}
