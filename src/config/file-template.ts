import { GenSqlError } from '../core/error.ts';
import { didYouMean } from '../core/suggest.ts';
import type { DateParts } from './moment.ts';

/** What the name of a new revision file can be made of. */
export interface FileNameValues extends DateParts {
	/** The id, safe for a file name. */
	readonly rev: string;
	/** The words of the message, joined by `_`. */
	readonly slug: string;
}

const TOKENS: { readonly [Token in keyof FileNameValues]: 'text' | 'number' } = {
	rev: 'text',
	slug: 'text',
	epoch: 'number',
	year: 'number',
	month: 'number',
	day: 'number',
	hour: 'number',
	minute: 'number',
	second: 'number',
};

const TOKEN = /%%|%(?:\((\w*)\)(?:\.?0?(\d+))?([ds]))?/g;

/** The path of a new revision file below its folder, with `/` between its parts and without an extension. */
export type FileTemplate = (values: FileNameValues) => string;

const invalid = (message: string, hint?: string): GenSqlError => new GenSqlError('CONFIG_INVALID', message, { hint });

/**
 * Read a template such as `%(year)d/%(month).2d_%(rev)s_%(slug)s`.
 *
 * @throws {GenSqlError} CONFIG_INVALID when a token does not exist or is misspelled, or the path would leave the folder.
 */
export function parseFileTemplate(template: string): FileTemplate {
	for (const match of template.matchAll(TOKEN)) checkToken(match);
	const parts = template.split('/');
	if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\:*?"<>|\p{Cc}]/u.test(template)) {
		throw invalid(`the fileTemplate "${template}" is no path below a folder`, 'write folders and a name, joined by /');
	}
	return (values) =>
		template.replaceAll(TOKEN, (text: string, name?: keyof FileNameValues, digits?: string) => {
			if (text === '%%') return '%';
			const value = String(name && values[name]);
			return digits === undefined ? value : value.padStart(Number(digits), '0');
		});
}

function checkToken([text, name, digits, conversion]: RegExpExecArray): void {
	if (text === '%%') return;
	if (name === undefined) throw invalid('fileTemplate has a % that begins no token', 'write %(rev)s, or %% for a %');
	const known = Object.entries(TOKENS).find(([token]) => token === name);
	if (!known) {
		throw invalid(
			`fileTemplate has the token "${name}", which does not exist`,
			didYouMean(name, Object.keys(TOKENS), 'tokens'),
		);
	}
	if (known[1] === 'text' && (conversion === 'd' || digits !== undefined)) {
		throw invalid(`fileTemplate has ${text}, which is no number`, `write %(${name})s`);
	}
	if (Number(digits ?? 0) > 20) throw invalid(`fileTemplate has ${text}, with too many digits`, 'write %(month).2d');
}
