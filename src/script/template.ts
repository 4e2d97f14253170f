import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { GenSqlError } from '../core/error.ts';
import { packageRoot, readText } from '../modules/files.ts';

/** The templates that come with gen-sql; a project may have its own of the same name. */
export type TemplateName = `revision.${'ts' | 'mts' | 'js' | 'mjs'}.hbs` | 'script.sql.hbs';

/** Where a template that comes with gen-sql stands. */
export const shippedTemplate = (name: string): string => join(packageRoot(), 'templates', name);

/** Fills a template in. */
export type Render = (variables: object) => string;

/**
 * A template of the project, or the shipped one when the project has none; read when it is first filled in.
 *
 * @param folder - The project's templates.
 * @returns Throws TEMPLATE_INVALID when it is no Handlebars, or names a variable that does not exist.
 */
export function template(folder: string, name: TemplateName): Render {
	let read: { readonly file: string; readonly render: Render } | undefined;
	return (variables) => {
		read ??= readTemplate(folder, name);
		try {
			return read.render(variables);
		} catch (error) {
			const [problem = ''] = String(error instanceof Error ? error.message : error).split('\n');
			throw new GenSqlError('TEMPLATE_INVALID', `the template ${read.file} cannot be rendered: ${problem}`, {
				cause: error,
			});
		}
	};
}

function readTemplate(folder: string, name: TemplateName): { readonly file: string; readonly render: Render } {
	const own = join(folder, name);
	const file = existsSync(own) ? own : shippedTemplate(name);
	const source = readText(file).replaceAll('\r\n', '\n');
	const render = compiled.get(source) ?? compile(source);
	compiled.set(source, render);
	return { file, render };
}

/** By their text: a process renders many scripts with one header template. */
const compiled = new Map<string, Render>();

const require = createRequire(import.meta.url);

/** Loaded when a template is rendered: one file of the package, since loading its fifty small ones takes thrice as long. */
const handlebars = (): typeof import('handlebars') => require('handlebars/dist/handlebars.js');

function compile(source: string): Render {
	const engine = handlebars().create();
	engine.registerHelper('comment', (value: unknown) => String(value).replaceAll('*/', '* /'));
	engine.registerHelper('comma', (values: unknown) => (Array.isArray(values) ? values.join(', ') : String(values)));
	engine.registerHelper('literal', (value: unknown) => typescriptLiteral(value));
	return engine.compile(source, { strict: true, noEscape: true });
}

/** A string, null, or an array of strings as TypeScript source, in single quotes. */
function typescriptLiteral(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(typescriptLiteral).join(', ')}]`;
	if (typeof value !== 'string') return String(value);
	const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
	return `'${escaped}'`;
}
