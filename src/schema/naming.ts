import { createHash } from 'node:crypto';
import { GenSqlError } from '../core/error.ts';
import type { QualifiedName } from '../core/names.ts';
import type { SqlFragment } from '../sql/sql.ts';

/** Where SQLAlchemy cuts a name that it made itself, so that both tools arrive at the same name. */
const MAX_GENERATED = 63;

/**
 * The name of an index that was given none: `ix_[<schema>_]<table>_<first column>`, as SQLAlchemy names it; dots in the
 * schema become underscores.
 *
 * One that would be too long is cut, and four digits of its MD5 keep it unique.
 *
 * @throws {GenSqlError} ARGUMENT_INVALID when the first element is an expression, which has no name.
 * @see https://docs.sqlalchemy.org/en/20/core/constraints.html#configuring-constraint-naming-conventions
 */
export function defaultIndexName(
	{ schema, name: table }: QualifiedName,
	columns: readonly (string | SqlFragment)[],
): string {
	const [first] = columns;
	if (typeof first !== 'string') {
		throw new GenSqlError(
			'ARGUMENT_INVALID',
			`the index on "${table}" needs a name: its first element is an expression`,
		);
	}
	const qualifier = schema === undefined ? '' : `${schema.replaceAll('.', '_')}_`;
	const name = `ix_${qualifier}${table}_${first}`;
	if (Buffer.byteLength(name) <= MAX_GENERATED) return name;
	const hash = createHash('md5').update(name).digest('hex').slice(-4);
	let kept = '';
	for (const char of name) {
		if (Buffer.byteLength(kept + char) > MAX_GENERATED - 8) break;
		kept += char;
	}
	return `${kept}_${hash}`;
}
