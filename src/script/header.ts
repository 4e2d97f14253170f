import { shownName } from '../core/names.ts';
import { oneLine } from '../core/text.ts';
import { DEFAULT_DATABASE } from '../ops/context.ts';
import type { BoundParameter } from './bind.ts';
import { type Script, shownIds, shownStart } from './plan.ts';
import { template } from './template.ts';

/** The variables of the template `script.sql.hbs`; none of them can leave a `--` comment. */
interface HeaderVariables {
	readonly direction: string;
	readonly dialect: string;
	/** The name of the database; empty in a project that names none. */
	readonly database: string;
	/** What the script is part of; empty when nothing says. */
	readonly tag: string;
	readonly from: string;
	readonly to: string;
	readonly revisionCount: number;
	readonly revisions: readonly { readonly id: string; readonly title: string }[];
	readonly versionTable: string;
	readonly guard: boolean;
	/** Whether it changes the version table alone, and whether all rows go first. */
	readonly isStamp: boolean;
	readonly isPurge: boolean;
	readonly isEmpty: boolean;
	/** How many parts are committed by themselves, and how many of them run outside a transaction. */
	readonly parts: number;
	readonly outside: number;
	readonly hasSeveralSegments: boolean;
	/** What the dialect says of the parts, and of the client. */
	readonly remarks: readonly string[];
	/** The command that runs the script. */
	readonly command: string;
	/** Parameters that are to be filled in when the script runs, and those that are filled in. */
	readonly placeholders: readonly ShownParameter[];
	readonly hasPlaceholders: boolean;
	readonly filled: readonly ShownParameter[];
	readonly hasFilled: boolean;
}

/** What stands in a header beside what the script itself tells. */
export interface HeaderContext {
	/** The folder of the templates of the project. */
	readonly templates: string;
	/** The database the script is for, and all that the project has. */
	readonly database: string;
	readonly databases: readonly string[];
	/** What it is part of. */
	readonly tag?: string;
}

/** A parameter for a line of a comment. */
interface ShownParameter {
	readonly name: string;
	/** `varchar(20), default 'acme'` */
	readonly type: string;
	readonly value: string;
	/** Begins with two spaces, or is empty. */
	readonly description: string;
}

const shownParameter = ({
	name,
	type,
	description,
	value = '',
	default: fallback,
}: BoundParameter): ShownParameter => ({
	name,
	type: oneLine(`${type}${fallback === undefined ? '' : `, default ${fallback}`}`),
	value: oneLine(value),
	description: description === undefined ? '' : `  ${oneLine(description)}`,
});

/** Makes the head of a script. */
export type ScriptHeader = (script: Script) => string;

/**
 * The comment at the head of scripts: what one does, where it starts, how to run it.
 *
 * @param about - What the project says of its scripts, and the folder of its templates.
 * @returns Throws TEMPLATE_INVALID when the project's own template cannot be rendered.
 */
export function scriptHeader(about: HeaderContext): ScriptHeader {
	const render = template(about.templates, 'script.sql.hbs');
	return (script) => render(variablesOf(script, about));
}

function variablesOf(script: Script, about: HeaderContext): HeaderVariables {
	const placeholders = script.parameters.filter(({ value }) => value === undefined).map(shownParameter);
	const filled = script.parameters.filter(({ value }) => value !== undefined).map(shownParameter);
	const shape = {
		parts: script.segments.length,
		outside: script.segments.filter(({ kind }) => kind === 'outside').length,
		commitsEach: script.commitsEach,
		hasPlaceholders: placeholders.length > 0,
	};
	return {
		direction: script.direction,
		dialect: script.dialect,
		database: about.databases.length > 1 || about.database !== DEFAULT_DATABASE ? oneLine(about.database) : '',
		tag: oneLine(about.tag ?? ''),
		from: oneLine(shownStart(script)),
		to: oneLine(shownIds(script.end)),
		revisionCount: script.steps.length,
		revisions: script.steps.map(({ revision, title }) => ({ id: oneLine(revision), title: oneLine(title) })),
		versionTable: oneLine(shownName(script.versions.table)),
		guard: script.guard,
		isStamp: script.direction === 'stamp',
		isPurge: script.purge,
		isEmpty: script.segments.length === 0,
		...shape,
		hasSeveralSegments: shape.parts > 1,
		remarks: script.words.remarks(shape),
		command: script.words.command,
		placeholders,
		filled,
		hasFilled: filled.length > 0,
	};
}
