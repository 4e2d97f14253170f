/** Names by the versions that they belong to: `{ '11-13,15': 'a b' }`, as the data files hold them. */
export type ByVersion = Readonly<Record<string, string>>;

const known = new WeakMap<ByVersion, Map<number, ReadonlySet<string>>>();

/** The names that belong to a version; newer ones than were measured count as the newest. */
export function namesIn(data: ByVersion, version: number): ReadonlySet<string> {
	const sets = known.get(data) ?? new Map<number, ReadonlySet<string>>();
	known.set(data, sets);
	const found = sets.get(version) ?? collected(data, Math.min(18, Math.max(11, version)));
	sets.set(version, found);
	return found;
}

function collected(data: ByVersion, version: number): ReadonlySet<string> {
	const groups = Object.entries(data).filter(([versions]) => versions.split(',').some((range) => isIn(range, version)));
	return new Set(groups.flatMap(([, names]) => names.trim().split(/\s+/)));
}

function isIn(range: string, version: number): boolean {
	const [first = 0, last = first] = range.split('-').map(Number);
	return first <= version && version <= last;
}
