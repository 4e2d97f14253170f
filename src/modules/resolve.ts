import { existsSync, realpathSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, extname, resolve as resolvePath, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where an import leads: to a module the runner evaluates, or to one Node loads itself. */
export type Resolved =
	| { readonly kind: 'source'; readonly file: string }
	| { readonly kind: 'json'; readonly file: string }
	| { readonly kind: 'native'; readonly url: string }
	| { readonly kind: 'self' };

const SOURCE = new Set(['.ts', '.mts', '.js', '.mjs']);

/** TypeScript is often imported under the name of the JavaScript it compiles to. */
const TYPESCRIPT_OF: Readonly<Record<string, string>> = { '.js': '.ts', '.mjs': '.mts' };

/** Whether a specifier is a path, and no name of a package. */
export const isPath = (specifier: string): boolean => /^(?:\.{1,2}(?:\/|$)|\/)/.test(specifier);

/**
 * Find what a specifier means in a file.
 *
 * Relative paths and packages of the workspace that hold TypeScript are ours to evaluate; other packages, Node's own
 * modules and CommonJS are Node's.
 *
 * @returns `undefined` when there is no such module.
 */
export async function resolveImport(specifier: string, importer: string): Promise<Resolved | undefined> {
	if (specifier === 'gen-sql') return { kind: 'self' };
	if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return { kind: 'native', url: specifier };
	if (isPath(specifier)) return local(resolvePath(dirname(importer), specifier));
	if (specifier.startsWith('file:')) return local(fileURLToPath(specifier));
	return resolvePackage(specifier, importer);
}

function local(path: string): Resolved | undefined {
	const extension = extname(path);
	const typescript = TYPESCRIPT_OF[extension];
	const candidates = [
		path,
		...(typescript ? [path.slice(0, -extension.length) + typescript] : []),
		...['.ts', '.mts', '.js', '.mjs', '.json'].map((added) => path + added),
		...['.ts', '.js'].map((added) => resolvePath(path, `index${added}`)),
	];
	const found = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
	return found === undefined ? undefined : byExtension(realpathSync(found));
}

function byExtension(file: string): Resolved {
	const extension = extname(file);
	if (extension === '.json') return { kind: 'json', file };
	return SOURCE.has(extension) ? { kind: 'source', file } : { kind: 'native', url: pathToFileURL(file).href };
}

async function resolvePackage(specifier: string, importer: string): Promise<Resolved | undefined> {
	const { resolve } = await import('import-meta-resolve');
	try {
		const url = resolve(specifier, pathToFileURL(importer).href);
		if (!url.startsWith('file:')) return { kind: 'native', url };
		const file = realpathSync(fileURLToPath(url));
		const isOurs = /\.m?ts$/.test(file) && !file.includes(`${sep}node_modules${sep}`);
		return isOurs ? { kind: 'source', file } : { kind: 'native', url };
	} catch {
		return undefined;
	}
}
