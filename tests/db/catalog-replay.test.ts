import { keysOf } from '../../src/core/keys.ts';
import { fixture } from '../ops/examples/fixture.ts';
import { examples } from '../ops/examples/index.ts';
import { onServers } from '../support/on-servers.ts';
import { printed } from '../support/project.ts';
import { Replay } from '../support/replay.ts';
import { repository } from '../support/sample.ts';
import { statementsOf } from '../support/script.ts';

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

	test('holds what the sample project leaves, up and down', async () => {
		const replay = new Replay(await open(), major);
		await replay.run(await printed(repository, 'upgrade', 'base:head'));
		await replay.check('up');
		await replay.run(await printed(repository, 'downgrade', 'head:base'));
		await replay.check('down');
	});
});
