import { GenSqlError } from '../core/error.ts';
import { oneLine } from '../core/text.ts';
import type { ParameterPart } from '../sql/words.ts';
import { type Script, shownIds } from './plan.ts';
import { renderTemplate } from './template.ts';

/** The variables of the template `script.sql.hbs`; none of them can leave a `--` comment. */
interface HeaderVariables {
	readonly direction: string;
	readonly dialect: string;
	readonly from: string;
	readonly to: string;
	readonly revisionCount: number;
	readonly revisions: readonly { readonly id: string; readonly title: string }[];
	readonly versionTable: string;
	readonly guard: boolean;
	readonly isEmpty: boolean;
	/** How many parts are committed by themselves, and how many of them run outside a transaction. */
	readonly parts: number;
	readonly outside: number;
	readonly hasSeveralSegments: boolean;
	readonly parameters: readonly { readonly name: string; readonly type: string }[];
	readonly hasParameters: boolean;
}

/**
 * The comment at the head of a script: what it does, where it starts, how to run it.
 *
 * @param folder - The templates of the project.
 * @throws {GenSqlError} TEMPLATE_INVALID when the project's own template cannot be rendered.
 */
export function scriptHeader(script: Script, folder: string): string {
	const parameters = parametersOf(script);
	const { schema, name } = script.versions.table;
	const variables: HeaderVariables = {
		direction: script.direction,
		dialect: script.dialect,
		from: oneLine(shownIds(script.start)),
		to: oneLine(shownIds(script.end)),
		revisionCount: script.steps.length,
		revisions: script.steps.map(({ revision, title }) => ({ id: oneLine(revision), title: oneLine(title) })),
		versionTable: oneLine(schema === undefined ? name : `${schema}.${name}`),
		guard: script.guard,
		isEmpty: script.segments.length === 0,
		parts: script.segments.length,
		outside: script.segments.filter(({ kind }) => kind === 'outside').length,
		hasSeveralSegments: script.segments.length > 1,
		parameters,
		hasParameters: parameters.length > 0,
	};
	return renderTemplate(folder, 'script.sql.hbs', variables);
}

function note(found: Map<string, string>, { name, type }: ParameterPart): void {
	const known = found.get(name) ?? type.name;
	if (known !== type.name) {
		throw new GenSqlError(
			'ARGUMENT_INVALID',
			`the parameter "${name}" is ${known} in one place and ${type.name} in another`,
		);
	}
	found.set(name, known);
}

function parametersOf(script: Script): HeaderVariables['parameters'] {
	const statements = script.segments.flatMap(({ lines }) =>
		lines.flatMap((line) => ('statement' in line ? [line.statement] : [])),
	);
	const found = new Map<string, string>();
	for (const { parts } of statements) {
		for (const part of parts) {
			if (typeof part === 'object' && part.kind === 'parameter') note(found, part);
		}
	}
	return [...found].map(([name, type]) => ({ name, type }));
}
