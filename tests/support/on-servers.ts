import type { Test } from 'uvu';
import { type Database, hasPsql, MAJORS, type Major, postgres } from './postgres.ts';
import { suite } from './suite.ts';

/** What a suite is given on each server. */
export interface OnServer {
	readonly major: Major;
	/** An empty database on the server. */
	open(): Promise<Database>;
	/** A test that is skipped, and counted as such, where there is no psql. */
	readonly needsPsql: Test | Test['skip'];
}

/** Declare a suite that runs on every server, one after the other; its title says on which. */
export function onServers(name: string, define: (test: Test, server: OnServer) => void): void {
	for (const major of MAJORS) {
		suite(`${name} on PostgreSQL ${major}`, (test) =>
			define(test, {
				major,
				open: async () => (await postgres(major)).database(),
				needsPsql: hasPsql ? test : test.skip,
			}));
	}
}
