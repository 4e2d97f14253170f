/** Whole processes, in turn in one run, five rounds, medians. */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROUNDS = 5;

export const here = fileURLToPath(new URL('.', import.meta.url));
/** What the runs leave behind. */
export const work = join(here, '.work');
export const bin = join(here, '../dist/bin.js');
const hasTime = existsSync('/usr/bin/time');

mkdirSync(work, { recursive: true });

export interface Measure {
	readonly seconds: number;
	/** Peak resident memory in megabytes; not a number where it cannot be told. */
	readonly megabytes: number;
}

/** Run one process to its end, its output thrown away. */
export function measure(cwd: string, command: readonly string[]): Measure {
	const report = join(work, 'time');
	const [program = '', ...args] = hasTime ? ['/usr/bin/time', '-o', report, '-f', '%M', ...command] : command;
	const nowhere = openSync('/dev/null', 'w');
	const start = process.hrtime.bigint();
	const { status } = spawnSync(program, args, { cwd, stdio: ['ignore', nowhere, nowhere] });
	const seconds = Number(process.hrtime.bigint() - start) / 1e9;
	closeSync(nowhere);
	// What has findings ends with 1.
	if (status !== 0 && status !== 1) throw new Error(`${command.join(' ')} ended with ${status} in ${cwd}`);
	return { seconds, megabytes: hasTime ? Number(readFileSync(report, 'utf8').trim()) / 1024 : Number.NaN };
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export interface Subject {
	readonly label: string;
	/** What its time is compared with: the label of another subject. */
	readonly against?: string;
	/** The ratio it may have. */
	readonly target?: number;
	run(): Measure;
}

/** Run all subjects in turn, print a line for each, and return the medians by label. */
export function benchmark(all: readonly Subject[]): ReadonlyMap<string, Measure> {
	const results = new Map(all.map(({ label }) => [label, [] as Measure[]]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { label, run } of all) results.get(label)?.push(run());
	}
	const medians = new Map(
		[...results].map(([label, measures]) => [
			label,
			{
				seconds: median(measures.map(({ seconds }) => seconds)),
				megabytes: median(measures.map(({ megabytes }) => megabytes)),
			},
		]),
	);
	console.log('| | median | ratio | target | peak memory |\n|---|---|---|---|---|');
	for (const { label, against = '', target } of all) {
		const { seconds, megabytes } = medians.get(label) as Measure;
		const other = medians.get(against)?.seconds;
		const ratio = other === undefined ? '' : `${(seconds / other).toFixed(2)} × ${against}`;
		const memory = Number.isNaN(megabytes) ? '' : `${megabytes.toFixed(0)} MB`;
		console.log(`| ${label} | ${seconds.toFixed(3)} s | ${ratio} | ${verdict(seconds, other, target)} | ${memory} |`);
	}
	return medians;
}

function verdict(seconds: number, other: number | undefined, target: number | undefined): string {
	if (target === undefined || other === undefined) return '';
	return `≤ ${target}: ${seconds <= target * other ? 'met' : 'missed'}`;
}
