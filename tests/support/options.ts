import { type OperationKind, operations } from '../../src/ops/index.ts';
import type { OperationDefinition } from '../../src/ops/operation.ts';
import type { OptionChecks } from '../../src/schema/arguments.ts';

/** The options of an operation; those of a dialect stand with its name, `postgresql.where`. */
export function optionsOf(kind: OperationKind): readonly string[] {
	const { options = {} }: Pick<OperationDefinition<never, never>, 'options'> = operations[kind];
	return pathsIn(options);
}

const pathsIn = (checks: OptionChecks): readonly string[] =>
	Object.entries(checks).flatMap(([name, check]) =>
		'checks' in check ? pathsIn(check.checks as OptionChecks).map((path) => `${name}.${path}`) : [name],
	);
