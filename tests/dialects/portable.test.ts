import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile } from '../../src/dialects/compile.ts';
import { dialects } from '../../src/dialects/index.ts';
import { record } from '../../src/record/record.ts';
import { terminator, textOf } from '../../src/sql/split.ts';
import { golden } from '../support/golden.ts';
import { suite } from '../support/suite.ts';
import { portable } from './portable.ts';

suite('dialects/portable', (test) => {
	for (const name of keysOf(dialects)) {
		test(`on ${name}`, async () => {
			const blocks = [];
			for (const [title, body] of Object.entries(portable)) {
				const lines = (await record(body)).map((op) => line(() => compile([op], dialects[name]), name));
				blocks.push(`-- ${title}\n${lines.join('\n')}\n`);
			}
			golden(`dialects/portable/${name}.sql`, blocks.join('\n'));
		});
	}
});

function line(render: () => ReturnType<typeof compile>, name: keyof typeof dialects): string {
	try {
		const { lexis } = dialects[name].spelling;
		return render()
			.map(({ parts }) => `${textOf(parts)}${terminator(textOf(parts), lexis)}`)
			.join('\n');
	} catch (error) {
		if (!isGenSqlError(error)) throw error;
		return `-- ${error.code}: ${error.message}${error.hint ? ` (${error.hint})` : ''}`;
	}
}
