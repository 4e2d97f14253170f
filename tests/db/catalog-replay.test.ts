import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keysOf } from '../../src/core/keys.ts';
import { fixture } from '../ops/examples/fixture.ts';
import { examples } from '../ops/examples/index.ts';
import { onServers } from '../support/on-servers.ts';
import { printed } from '../support/project.ts';
import { fc, RUNS } from '../support/property.ts';
import { scripts, UNIVERSE } from '../support/random-ddl.ts';
import { Replay } from '../support/replay.ts';
import { repository } from '../support/sample.ts';
import { statementsOf } from '../support/script.ts';

const folder = fileURLToPath(new URL('catalog-scripts', import.meta.url));

onServers('db/catalog-replay', (test, { major, open }) => {
	let begun: Promise<Replay> | undefined;
	const begin = (): Promise<Replay> => {
		begun = fixtureReplay();
		return begun;
	};
	const fixtureReplay = async (): Promise<Replay> => {
		const replay = new Replay(await open(), major);
		await replay.run((await statementsOf(fixture)).join('\n'));
		await replay.check('the fixture');
		return replay;
	};

	for (const kind of keysOf(examples)) {
		test(`${kind}: holds what its scenarios leave, there and back`, async () => {
			const replay = await (begun ?? begin());
			for (const [title, { up, down, since = 0 }] of Object.entries(examples[kind].scenarios)) {
				if (major < since) continue;
				await replay.run((await statementsOf(up)).join('\n'));
				await replay.check(`${title}, there`);
				await replay.run((await statementsOf(down)).join('\n'));
				await replay.check(`${title}, back`);
			}
		});
	}

	for (const name of readdirSync(folder)) {
		test(`${name}: holds what the script leaves`, async () => {
			const replay = new Replay(await open(), major);
			await replay.run(readFileSync(join(folder, name), 'utf8'));
			await replay.check(name);
		});
	}

	test('holds what the sample project leaves, up and down', async () => {
		const replay = new Replay(await open(), major);
		await replay.run(await printed(repository, 'upgrade', 'base:head'));
		await replay.check('up');
		await replay.run(await printed(repository, 'downgrade', 'head:base'));
		await replay.check('down');
	});

	test('holds what random statements leave', async () => {
		const replay = new Replay(await open(), major);
		await replay.run(UNIVERSE);
		const property = fc.asyncProperty(scripts, (statements) => replay.tried(statements, ''));
		await fc.assert(property, { numRuns: Math.ceil(RUNS / 10) });
	});
});
