import { shownName } from '../core/names.ts';
import { oneLine } from '../core/text.ts';
import type { RelationFacts } from '../dialects/facts.ts';
import { blockedBy, durationOf } from '../dialects/lock-words.ts';
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
	/** The version of the server that locks were judged for; empty when they were not. */
	readonly serverVersion: string;
	/** What the script does to each relation that was there before, the strongest lock first; some have two. */
	readonly locks: readonly ShownLock[];
	/** How many statements cannot be parsed, so that nothing is known of their locks. */
	readonly unparsed: number;
}

/** A relation with its lock for a line of a comment. */
interface ShownLock {
	/** `public.account` */
	readonly name: string;
	/** `ACCESS EXCLUSIVE` */
	readonly lock: string;
	/** `reads writes DDL`; `-` for nothing. */
	readonly blocks: string;
	/** `instant`, `scan`, `index build` or `rewrite`. */
	readonly work: string;
	/** All of it, in columns. */
	readonly row: string;
}

/** What a script locks. */
export interface JudgedLocks {
	/** The strongest lock on each relation with the longest work under it, and longer work under another lock. */
	readonly relations: readonly RelationFacts[];
	readonly unparsed: number;
}

/** Finds out what scripts lock. */
export interface LockJudge {
	/** The version of the server that it judges for. */
	readonly serverVersion: number;
	judge(script: Script): JudgedLocks;
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
 * @param locks - Makes it say what the script locks.
 * @returns Throws TEMPLATE_INVALID when the project's own template cannot be rendered.
 */
export function scriptHeader(about: HeaderContext, locks?: LockJudge): ScriptHeader {
	const render = template(about.templates, 'script.sql.hbs');
	return (script) => render({ ...variablesOf(script, about), ...lockVariables(script, locks) });
}

function lockVariables(
	script: Script,
	locks: LockJudge | undefined,
): Pick<HeaderVariables, 'serverVersion' | 'locks' | 'unparsed'> {
	if (!locks) return { serverVersion: '', locks: [], unparsed: 0 };
	const { relations, unparsed } = locks.judge(script);
	const cells = relations.map((relation) => ({
		name: oneLine(relation.name),
		lock: relation.lock,
		blocks: blockedBy(relation.blocks),
		work: durationOf(relation),
	}));
	const width = (key: 'name' | 'lock' | 'blocks'): number => Math.max(0, ...cells.map((each) => each[key].length));
	const [name, lock, blocks] = [width('name'), width('lock'), width('blocks')];
	const shown = cells.map((each) => ({
		...each,
		row: [each.name.padEnd(name), each.lock.padEnd(lock), each.blocks.padEnd(blocks), each.work].join('  '),
	}));
	return { serverVersion: String(locks.serverVersion), locks: shown, unparsed };
}

function variablesOf(
	script: Script,
	about: HeaderContext,
): Omit<HeaderVariables, 'serverVersion' | 'locks' | 'unparsed'> {
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
