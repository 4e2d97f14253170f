import { basename } from 'node:path';
import { parseFileTemplate } from '../config/file-template.ts';
import { momentIn } from '../config/moment.ts';
import type { Project } from '../config/project.ts';
import { GenSqlError } from '../core/error.ts';
import { isRevisionFile, isRevisionFolder } from './load.ts';

/** Settings that name new files. */
type Naming = Pick<Project, 'fileTemplate' | 'truncateSlugLength' | 'timezone'>;

/**
 * The path of a new revision below its folder, without extension.
 *
 * @throws {GenSqlError} CONFIG_INVALID when no revision would be looked for in a file of that name.
 */
export function revisionFileName(
	{ fileTemplate, truncateSlugLength, timezone }: Naming,
	{ id, message, date }: { readonly id: string; readonly message: string; readonly date: Date },
): string {
	const values = { ...momentIn(timezone, date), rev: safeName(id), slug: slug(message, truncateSlugLength) };
	const name = parseFileTemplate(fileTemplate)(values);
	const folders = name.split('/').slice(0, -1);
	if (isRevisionFile(`${basename(name)}.ts`) && folders.every(isRevisionFolder)) return name;
	throw new GenSqlError('CONFIG_INVALID', `fileTemplate makes the file name "${name}", which no revision can have`, {
		hint: 'names that begin with _ or ., or end in .test or .d, are not looked at',
	});
}

/** An id as the beginning of a file name, on any system; a name that begins with `_` or `.` would be no revision. */
function safeName(id: string): string {
	const safe = id.replaceAll(/[^\p{L}\p{N}\p{M}\p{S}_]/gu, '-').replace(/^[_-]+/, '');
	return safe === '' ? 'revision' : safe;
}

/** The words of a message in lower case, joined by `_`, and cut at a word. Letters of all scripts are kept. */
function slug(message: string, longest: number): string {
	const words = (message.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
	let text = '';
	for (const word of words) {
		if ([...text, ...word].length > longest && text !== '') break;
		text += text === '' ? [...word].slice(0, longest).join('') : `_${word}`;
	}
	return text || 'revision';
}
