import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { golden } from './support/golden.ts';
import { run } from './support/project.ts';
import { repository } from './support/sample.ts';
import { suite } from './support/suite.ts';

/** A line of an example's README: a command, and the file that holds what it prints. */
const COMMAND = /^gen-sql (?<argv>[^>#\n]+) > (?<file>out\/\S+)/gm;

/** The commands that an example's README shows print what stands in its `out/`, and nothing else stands there. */
suite('examples', (test) => {
	const examples = join(repository, 'examples');
	for (const { name } of readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
		const folder = join(examples, name);
		const shown = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(COMMAND)].map(
			({ groups: { argv = '', file = '' } = {} }) => ({ argv, file }),
		);

		for (const { argv, file } of shown) {
			test(`${name}: gen-sql ${argv} prints ${file}`, async () => {
				const { code, stdout, stderr } = await run(folder, argv.split(' '));
				assert.is(code, 0, stderr);
				golden(`../../examples/${name}/${file}`, stdout);
			});
		}

		test(`${name}: out/ holds nothing else`, () => {
			assert.equal(readdirSync(join(folder, 'out')).sort(), shown.map(({ file }) => file.slice('out/'.length)).sort());
		});
	}
});
