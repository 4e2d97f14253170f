import * as assert from 'uvu/assert';
import { revisionFileName } from '../../src/revisions/file-name.ts';
import { suite } from '../support/suite.ts';
import { throwsCode } from '../support/throws.ts';

const nameOf = (fileTemplate: string, timezone = 'UTC', truncateSlugLength = 40): string =>
	revisionFileName(
		{ fileTemplate, timezone, truncateSlugLength },
		{ id: 'ae10', message: 'Add the last column', date: new Date('2026-01-02T23:04:05Z') },
	);

suite('revisions/file-name', (test) => {
	for (const [template, name] of [
		['%(rev)s_%(slug)s', 'ae10_add_the_last_column'],
		['%(year)d_%(month).2d_%(day).2d-%(slug)s', '2026_01_02-add_the_last_column'],
		['%(year)d%(month)02d%(day)02d_%(hour).2d%(minute).2d%(second).2d', '20260102_230405'],
		['%(epoch)d_%(month)d_%(day)s_%(hour)s', '1767395045_1_2_23'],
		['%(year)d/%(month).2d/%(rev)s', '2026/01/ae10'],
		['100%%_%(rev)s', '100%_ae10'],
		['%(year).6d', '002026'],
	] as const) {
		test(`${template} makes ${name}`, () => {
			assert.is(nameOf(template), name);
		});
	}

	test('shows the date in the time zone, also where that is another day', () => {
		const template = '%(day)d %(hour)d %(minute)d';
		assert.is(nameOf(template), '2 23 4');
		assert.is(nameOf(template, 'Europe/Paris'), '3 0 4');
		assert.is(nameOf(template, 'america/st_johns'), '2 19 34');
	});

	test('cuts the slug at a word', () => {
		assert.is(nameOf('%(slug)s', 'UTC', 8), 'add_the');
		assert.is(nameOf('%(slug)s', 'UTC', 2), 'ad');
	});

	for (const template of [
		'_%(rev)s',
		'.%(rev)s',
		'%(rev)s.test.%(slug)s',
		'%(rev)s.d',
		'_lib/%(rev)s',
		'node_modules/a',
	]) {
		test(`refuses ${template}, whose revisions would not be found`, () => {
			throwsCode(() => nameOf(template), 'CONFIG_INVALID');
		});
	}
});
