import * as assert from 'uvu/assert';
import { parseTarget } from '../../src/config/target.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

suite('config/target', (test) => {
	for (const [url, label] of [
		['postgres://app@localhost/chat', 'chat on localhost'],
		['postgresql://localhost:5433/chat', 'chat on localhost:5433'],
		['postgresql+asyncpg://app:secret@db.example.com/chat', 'chat on db.example.com'],
		['postgresql+psycopg2://app@db/chat', 'chat on db'],
		['POSTGRES://app@db/chat', 'chat on db'],
		['postgresql:///chat', 'chat'],
		['postgresql://app@db', 'db'],
		['postgresql://', 'the default database'],
		['postgresql://[::1]:5432/chat', 'chat on ::1:5432'],
		['postgresql://app@/chat?host=/var/run/postgresql', 'chat on /var/run/postgresql'],
		['postgresql://db/with%20space', 'with space on db'],
	] as const) {
		test(`reads ${url}`, () => {
			assert.equal(parseTarget(url), { dialect: 'postgresql', label });
		});
	}

	for (const [url, message] of [
		['not a url', 'the database URL has no scheme'],
		['localhost/chat', 'the database URL has no scheme'],
		['postgres:app:secret@db/chat', 'the database URL has no scheme'],
		['//app:secret@db/chat', 'the database URL has no scheme'],
		[' postgres://app:secret@db/chat', 'the database URL has no scheme'],
		['oracle://app:secret@db/chat', 'the scheme "oracle" of the database URL means no dialect'],
		['http+unix://app:secret@db/chat', 'the scheme "http" of the database URL means no dialect'],
		['postgresql://app:secret@db:port/chat', 'the database URL cannot be read'],
		['postgresql://app:%E0%A4secret@db/chat', 'the database URL cannot be read'],
	] as const) {
		test(`refuses ${url.replace('secret', '***')}`, () => {
			const error = throwsCode(() => parseTarget(url), 'DATABASE_URL_INVALID');
			assert.is(error.message, message);
			assert.is(error.exitCode, 3);
			assert.ok(error.hint !== undefined);
			assert.not.ok(JSON.stringify([error.message, error.hint, error.stack, String(error.cause)]).includes('secret'));
		});
	}

	for (const [url, dialect, label] of [
		['mysql://app@localhost/chat', 'mysql', 'chat on localhost'],
		['mysql+pymysql://app:secret@db:3306/chat?charset=utf8mb4&ssl_ca=/nowhere/ca.pem', 'mysql', 'chat on db:3306'],
		['sqlite:///chat.db', 'sqlite', 'chat.db'],
		['sqlite:////var/lib/chat.db', 'sqlite', '/var/lib/chat.db'],
		['sqlite:///C:/data/a@b%20c.db?mode=ro', 'sqlite', 'C:/data/a@b c.db'],
		['sqlite://', 'sqlite', 'a database in memory'],
		['sqlite+pysqlcipher://:secret@/chat.db?cipher=secret', 'sqlite', 'chat.db'],
	] as const) {
		test(`reads ${url.replaceAll('secret', '***')}`, () => {
			assert.equal(parseTarget(url), { dialect, label });
		});
	}

	test('names the schemes there are', () => {
		assert.match(
			throwsCode(() => parseTarget('oracle://db/x'), 'DATABASE_URL_INVALID').hint ?? '',
			/postgresql, postgres/,
		);
	});

	for (const parameter of [
		'sslmode=verify-full',
		'sslmode=nonsense',
		'sslmode=verify-ca',
		'sslcert=/nowhere/a.crt',
		'sslkey=/nowhere/a.key&sslrootcert=/nowhere/ca.crt',
		'SSLCERT=/nowhere/a.crt',
		'ssl=true&sslnegotiation=direct',
		'application_name=x&sslrootcert=/nowhere/ca.crt&connect_timeout=3',
		'%73slrootcert=/nowhere/ca.crt',
		's%73lcert=/nowhere/a.crt',
	]) {
		test(`opens no file for ?${parameter}`, () => {
			const url = `postgresql://app@db/chat?${parameter}`;
			assert.equal(parseTarget(url), { dialect: 'postgresql', label: 'chat on db' });
		});
	}

	for (const url of [
		'postgresql://app:secret@db/chat',
		'postgresql://app:s%65cret@db/chat',
		'postgresql://app:secret%2Fsecret%40secret@db/chat',
		'postgresql://app:x@secret@db/chat',
		'postgresql://app@db/chat?password=secret',
		'postgresql://app@db/chat?passfile=secret&options=-c%20secret',
		// Passwords that should have been encoded: the rest of them must not be taken for a host or a database.
		'postgresql://app:12/secret@db/chat',
		'postgresql://app:12?secret@db/chat',
		'postgresql://app:12#secret@db/chat',
		'postgresql://app:secret/x@db/chat',
		'postgresql://app:secret?x@db/chat',
		'postgresql://app:secret#x@db/chat',
		'postgresql://app:/secret@db/chat',
		'postgresql://app:\\secret@db/chat',
	]) {
		test(`keeps the password of ${url.replaceAll('secret', '***')} to itself`, () => {
			let said: string;
			try {
				said = parseTarget(url).label;
			} catch (error) {
				said = `${String(error)} ${(error as Error).stack}`;
			}
			assert.not.match(said, /secret/);
		});
	}

	test('takes no part of a password that is not encoded for a port', () => {
		for (const cut of ['/', '?', '#']) {
			const url = `postgresql://app:1234${cut}567@db/chat`;
			let said = '';
			try {
				said = parseTarget(url).label;
			} catch {
				continue;
			}
			assert.not.match(said, /1234|567/, url);
		}
	});

	test('prints a label on one line, without hidden characters', () => {
		assert.is(parseTarget('postgresql://db/a%0A%E2%80%AEb').label, 'a b on db');
	});
});
