import { createRequire } from 'node:module';
import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { oneLine } from '../core/text.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { dialectOfScheme, dialects } from '../dialects/index.ts';

const require = createRequire(import.meta.url);

/** What a database URL says, as far as it may be printed. */
export interface Target {
	readonly dialect: string;
	/** `chat on db.example.com:5432`; never a user's password. */
	readonly label: string;
}

const HINT = 'write scheme://user:password@host:port/database, for example postgresql://app@localhost/chat';

/**
 * Read a database URL. Nothing is looked up and no file is opened.
 *
 * @throws {GenSqlError} DATABASE_URL_INVALID when it has no scheme, or one that means no dialect; the message never
 * holds the URL itself, which may hold a password.
 */
export function parseTarget(url: string): Target {
	const [, scheme] = /^([a-z][a-z0-9]*)(?:\+[a-z0-9_]+)?:\/\//i.exec(url) ?? [];
	if (scheme === undefined)
		throw new GenSqlError('DATABASE_URL_INVALID', 'the database URL has no scheme', { hint: HINT });
	const dialect = dialectOfScheme(scheme.toLowerCase());
	if (!dialect) {
		throw new GenSqlError('DATABASE_URL_INVALID', `the scheme "${scheme}" of the database URL means no dialect`, {
			hint: `schemes: ${keysOf(dialects)
				.flatMap((name) => dialects[name].urlSchemes)
				.join(', ')}`,
		});
	}
	return { dialect: dialect.name, label: label(url.slice(url.indexOf('://')), dialect) };
}

/** Percent signs that encode nothing are left as they are. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** What may be printed of a URL. */
const label = (rest: string, { isFile }: Dialect): string => (isFile ? fileLabel(rest) : serverLabel(rest));

/** The path alone: before it and behind it a passphrase may stand. */
function fileLabel(rest: string): string {
	const [, path = ''] = /^:\/\/[^/?#]*\/?([^?#]*)/s.exec(rest) ?? [];
	return oneLine(decoded(path)) || 'a database in memory';
}

/** Its parser opens the files that `sslcert` and its like name, so these never reach it. */
function serverLabel(rest: string): string {
	const [, authority = '', tail = ''] = /^:\/\/([^/?#]*)(.*)$/s.exec(rest) ?? [];
	if (tail.includes('@') || authority.indexOf('@') !== authority.lastIndexOf('@')) {
		throw new GenSqlError('DATABASE_URL_INVALID', 'the user and password of the database URL are not percent-encoded', {
			hint: 'write %40 for @, %2F for /, %3F for ? and %23 for #',
		});
	}
	const [address = '', query = ''] = rest.split(/\?(.*)/s);
	const parameters = query.split('&').filter((pair) => pair !== '' && !/^ssl/i.test(decoded(pair)));
	const { parse } = require('pg-connection-string') as typeof import('pg-connection-string');
	try {
		const { database, host, port } = parse(
			`postgresql${address}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`,
		);
		const place = [host, port].filter(Boolean).join(':');
		return oneLine([database, place].filter(Boolean).join(' on ')) || 'the default database';
	} catch {
		throw new GenSqlError('DATABASE_URL_INVALID', 'the database URL cannot be read', { hint: HINT });
	}
}
