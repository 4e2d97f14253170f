/** About as much as a pipe takes at once, in characters. */
const CHUNK_LENGTH = 65_536;

/** Texts joined to fewer, longer ones. */
export function* inChunks(texts: Iterable<string>): Generator<string> {
	let chunk = '';
	for (const text of texts) {
		chunk += text;
		if (chunk.length < CHUNK_LENGTH) continue;
		yield chunk;
		chunk = '';
	}
	if (chunk !== '') yield chunk;
}

/** `items.map(to)`, each made when it is asked for. */
export function* lazily<Item, Made>(
	items: readonly Item[],
	to: (item: Item, index: number) => Made,
): Generator<Made, void, undefined> {
	for (const [index, item] of items.entries()) yield to(item, index);
}
