import { type CallSite, callIn, isRegisteredScript } from '../core/source.ts';

/** Deep enough to find the revision under helpers that call helpers. */
const MAX_FRAMES = 50;

/** Called by V8 instead of formatting the stack as text, which would cost more than recording does. */
const structured = (_error: Error, frames: readonly NodeJS.CallSite[]): readonly NodeJS.CallSite[] => frames;

let running = 0;
let ordinary = Error.stackTraceLimit;

/**
 * Run code with stacks that are deep enough to reach the revision.
 *
 * The limit belongs to the whole process; it is put back when the last of several runs has ended.
 */
export async function withDeepStacks<T>(run: () => Promise<T>): Promise<T> {
	if (running++ === 0) ordinary = Error.stackTraceLimit;
	limitStacks(MAX_FRAMES);
	try {
		return await run();
	} finally {
		if (--running === 0) limitStacks(ordinary);
	}
}

/** Does nothing when the author, or Node with --frozen-intrinsics, has frozen `Error`. */
function limitStacks(frames: number): void {
	if (!Object.isFrozen(Error)) Error.stackTraceLimit = frames;
}

/**
 * The call that led here: the frame in the revision, and through `via` the frame of the helper that made the call.
 *
 * @param revision - Path of the revision file; without it the nearest frame of the author is taken.
 * @param below - The function whose caller is meant; frames above it are left out.
 * @returns `undefined` when no frame of the author is on the stack.
 */
export function callSite(revision: string | undefined, below: (...args: never[]) => unknown): CallSite | undefined {
	// Most calls stand in the revision itself, and a stack of one frame costs a fraction of a deep one.
	const nearest = siteOf(framesBelow(below, 1)[0], revision);
	if (nearest && (revision === undefined || nearest.script === revision)) return nearest;
	const sites = framesBelow(below, MAX_FRAMES).map((frame) => siteOf(frame, revision));
	return pick(
		sites.filter((site) => site !== undefined),
		revision,
	);
}

function framesBelow(below: (...args: never[]) => unknown, limit: number): readonly NodeJS.CallSite[] {
	if (Object.isFrozen(Error)) return [];
	const { prepareStackTrace, stackTraceLimit } = Error;
	const holder: { stack?: unknown } = {};
	Error.prepareStackTrace = structured as never;
	Error.stackTraceLimit = limit;
	try {
		Error.captureStackTrace(holder, below);
		return holder.stack as readonly NodeJS.CallSite[];
	} finally {
		Error.prepareStackTrace = prepareStackTrace;
		Error.stackTraceLimit = stackTraceLimit;
	}
}

function pick(sites: readonly CallSite[], revision: string | undefined): CallSite | undefined {
	const [nearest] = sites;
	const own = revision === undefined ? nearest : sites.find(({ script }) => script === revision);
	if (!own || !nearest) return nearest;
	return own === nearest ? own : { ...own, via: nearest };
}

/** The place of a frame of the author; undefined for others. */
function siteOf(frame: NodeJS.CallSite | undefined, revision: string | undefined): CallSite | undefined {
	const script = frame?.getFileName();
	if (!frame || !script || (script !== revision && !isRegisteredScript(script))) return undefined;
	return callIn(script, frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1);
}

/**
 * Where an error was thrown, read from its stack: the first frame in a file of the author.
 *
 * @returns `undefined` when the stack does not show one, as with a thrown string.
 */
export function thrownAt(error: unknown): CallSite | undefined {
	const stack = stackOf(error);
	for (const frame of typeof stack === 'string' ? stack.split('\n') : []) {
		const [, place = '', line, column] = /^(.*):(\d+):(\d+)\)?$/.exec(frame) ?? [];
		const script = scriptAtEnd(place);
		if (script !== undefined) return callIn(script, Number(line), Number(column));
	}
	return undefined;
}

/** Code of the author may format stacks, and fail in it. */
function stackOf(error: unknown): unknown {
	try {
		return error instanceof Error ? error.stack : undefined;
	} catch {
		return undefined;
	}
}

/** The path a frame ends with; it follows a space or a parenthesis, and may hold both. */
function scriptAtEnd(place: string): string | undefined {
	for (const { index } of place.matchAll(/(?<=[ (])./g)) {
		const script = place.slice(index);
		if (isRegisteredScript(script)) return script;
	}
	return undefined;
}
