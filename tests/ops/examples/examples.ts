import type { RevisionBody } from '../../../src/record/record.ts';

/** A call of `create`, from which wrong ones are made. */
export interface Signature {
	/** A good value for each argument before the options, in order. */
	readonly args: Readonly<Record<string, unknown>>;
	/** Arguments that are names; an empty one is no name. */
	readonly names: readonly string[];
	/** An option without which the call has nothing to do. */
	readonly least?: object;
	/** Another one that will do. */
	readonly instead?: object;
}

/** A change that is made on a server and taken back. */
export interface Scenario {
	readonly up: RevisionBody;
	/** The opposite call; afterwards the catalog is as it was. */
	readonly down: RevisionBody;
	/** A query, and the value it has to give while the change is there. */
	readonly shows: readonly [query: string, value: unknown];
	/** The first major version that has what it needs; the oldest when absent. */
	readonly since?: number;
}

/** All that the tests know of an operation. */
export interface OperationExamples {
	readonly arguments: Signature;
	/** What the golden matrix renders: every spelling that changes the SQL. */
	readonly cases: Readonly<Record<string, RevisionBody>>;
	/** What runs on every server; they build on the fixture. */
	readonly scenarios: Readonly<Record<string, Scenario>>;
}
