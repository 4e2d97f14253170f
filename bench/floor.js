/**
 * The floor under loading, without a bundle or a cache: bare Node reads the same files and evaluates text that is
 * transformed already, module by module.
 *
 * `node bench/floor.js transform FOLDER FILE` prepares it, `node bench/floor.js run FOLDER FILE` is measured.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';

const [mode, folder, prepared] = process.argv.slice(2);
const files = readdirSync(folder).map((name) => join(folder, name));

if (mode === 'transform') {
	const { moduleRunnerTransformSync, transformSync } = await import('oxc-transform');
	const texts = files.map((file) => {
		const { code } = transformSync(file, readFileSync(file, 'utf8'));
		return moduleRunnerTransformSync(file, code).code;
	});
	writeFileSync(prepared, JSON.stringify(texts));
} else {
	for (const file of files) readFileSync(file, 'utf8');
	const texts = JSON.parse(readFileSync(prepared, 'utf8'));
	for (const [index, text] of texts.entries()) {
		const body = `return(async()=>{\n${text}\n})()`;
		const run = compileFunction(body, ['__vite_ssr_import__', '__vite_ssr_exports__'], { filename: files[index] });
		await run(async () => ({}), {});
	}
}
