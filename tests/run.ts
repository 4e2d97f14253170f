/**
 * Runs the tests with uvu: `tsx tests/run.ts [unit|db|<pattern>]…`, all of them without an argument.
 *
 * A file that registers no test fails the run, and so does a golden file that no test uses. The last line says
 * `N passed, N failed`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cleanUp } from './support/cleanup.ts';
import { unusedGoldens } from './support/golden.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const modes = process.argv.slice(2);
const isDatabaseTest = (file: string): boolean => /^db[\\/]/.test(file);

const wanted: Readonly<Record<string, (file: string) => boolean>> = {
	unit: (file) => !isDatabaseTest(file),
	db: isDatabaseTest,
};
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
	.filter((file) => modes.length === 0 || modes.some((mode) => wanted[mode]?.(file) ?? file.includes(mode)))
	.sort();

const problems: string[] = files.length === 0 ? [`no test file fits ${modes.join(', ')}`] : [];
const queue: unknown[][] = [];
Object.assign(globalThis, { UVU_DEFER: 1, UVU_QUEUE: queue });
const { exec } = await import('uvu');
for (const [index, file] of files.entries()) {
	Object.assign(globalThis, { UVU_INDEX: index });
	queue.push([file]);
	await import(pathToFileURL(join(root, file)).href);
	if ((queue[index]?.length ?? 0) < 2) problems.push(`${file} registers no test`);
}

const write = process.stdout.write;
let printed = '';
process.stdout.write = ((text: string, ...rest: never[]) => {
	printed += text;
	return write.call(process.stdout, text, ...rest);
}) as typeof write;
await exec();
await cleanUp();
process.stdout.write = write;

const number = (label: string): number =>
	Number(
		new RegExp(`${label}:\\D*(\\d+)`).exec(
			printed.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), ''),
		)?.[1] ?? 0,
	);
const total = number('Total');
const passed = number('Passed');
const skipped = number('Skipped');
if (modes.length === 0 || modes.includes('unit'))
	problems.push(...unusedGoldens().map((file) => `no test uses ${file}`));
if (total === 0) problems.push('no test ran');
for (const problem of problems) console.error(`FAIL ${problem}`);
const failed = total - passed + problems.length;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
