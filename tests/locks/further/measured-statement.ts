/** A statement whose locks are known, or several that run in one transaction. */
export interface MeasuredStatement {
	readonly sql: string | readonly string[];
	/** What has to be there beside the fixture. */
	readonly setup?: string;
	/** The versions that know the statement. */
	readonly from?: number;
	readonly to?: number;
	/** Whether the planner decides how much is read. */
	readonly planned?: true;
	/** Why what is measured cannot be compared with the facts. */
	readonly differs?: string;
}

/** Statements that need the same beside the fixture. */
export const withSetup = (
	setup: string | undefined,
	statements: readonly (string | Omit<MeasuredStatement, 'setup'>)[],
): readonly MeasuredStatement[] =>
	statements.map((each) => ({
		...(typeof each === 'string' ? { sql: each } : each),
		...(setup !== undefined && { setup }),
	}));

/** Statements that are tried from a version on. */
export const since = (version: number, statements: readonly MeasuredStatement[]): readonly MeasuredStatement[] =>
	statements.map((each) => ({ ...each, from: Math.max(version, each.from ?? 0) }));

/** Statements that need the fixture alone. */
export const plain = (...statements: readonly string[]): readonly MeasuredStatement[] =>
	statements.map((sql) => ({ sql }));

const FILLED = 'par kid lone'
	.split(' ')
	.map((name) => `insert into ${name} select g, 1 from generate_series(1, 100) g`)
	.join('; ');

/** The fixture leaves its tables of inheritance empty: reading them would not be seen. */
export const filled = (statements: readonly MeasuredStatement[]): readonly MeasuredStatement[] =>
	statements.map((each) => {
		const isOf = /\b(?:par|kid|lone)\b/.test(`${each.sql} ${each.setup ?? ''}`);
		return isOf ? { ...each, setup: each.setup === undefined ? FILLED : `${FILLED}; ${each.setup}` } : each;
	});
