import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../golden/', import.meta.url));
const used = new Set<string>();

/**
 * Compare text with `tests/golden/<path>`, byte for byte.
 *
 * A missing file fails. `npm run test:golden` rewrites them all; the git diff is then the thing to review.
 */
export function golden(path: string, actual: string): void {
	const file = resolve(root, path);
	used.add(file);
	if (process.env['UPDATE_GOLDEN'] === '1') {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, actual);
	}
	assert.ok(existsSync(file), `tests/golden/${path} is missing: npm run test:golden, then review the diff`);
	assert.fixture(actual, readFileSync(file, 'utf8'), `tests/golden/${path} differs`);
}

/** Golden files that no test of this run compared with: the rest of something that was renamed. */
export function unusedGoldens(): readonly string[] {
	const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return files.map((entry) => join(entry.parentPath, entry.name)).filter((file) => !used.has(file));
}
