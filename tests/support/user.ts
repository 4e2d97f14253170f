import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether the tests run as root, whom permissions do not stop, and whom PostgreSQL refuses. */
export const isRoot = process.getuid?.() === 0;

/** A user without rights, for what root cannot try itself. */
export const NOBODY = 65534;

/** Whether another user can come to a path: every folder above it lets others pass. */
export function isReachable(path: string): boolean {
	const above = dirname(path);
	return (statSync(path).mode & 0o001) !== 0 && (above === path || isReachable(above));
}
