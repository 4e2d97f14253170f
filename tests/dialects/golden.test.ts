import * as assert from 'uvu/assert';
import { isGenSqlError } from '../../src/core/error.ts';
import { keysOf } from '../../src/core/keys.ts';
import { compile } from '../../src/dialects/compile.ts';
import type { Dialect } from '../../src/dialects/dialect.ts';
import { dialects } from '../../src/dialects/index.ts';
import { operations } from '../../src/ops/index.ts';
import { type RevisionBody, record } from '../../src/record/record.ts';
import { terminator, textOf } from '../../src/sql/split.ts';
import type { Statement } from '../../src/sql/statement.ts';
import { examples } from '../ops/examples/index.ts';
import { golden } from '../support/golden.ts';
import { suite } from '../support/suite.ts';

suite('dialects/golden', (test) => {
	test('every operation has cases', () => {
		assert.equal(Object.keys(examples), Object.keys(operations));
	});

	for (const dialect of Object.values(dialects)) {
		for (const kind of keysOf(examples)) {
			test(`${kind} on ${dialect.name}`, async () => {
				const blocks = [];
				for (const [title, body] of Object.entries(examples[kind].cases)) {
					blocks.push(`-- ${title}\n${await render(body, dialect)}\n`);
				}
				golden(`ops/${kind}/${dialect.name}.sql`, blocks.join('\n'));
			});
		}
	}
});

async function render(body: RevisionBody, dialect: Dialect): Promise<string> {
	const recorded = await record(body);
	try {
		const statements = compile(recorded, dialect);
		return statements.length > 0 ? statements.map((item) => line(item, dialect)).join('\n') : '-- no statement';
	} catch (error) {
		if (!isGenSqlError(error)) throw error;
		return `-- ${error.code}: ${error.message}${error.hint ? ` (${error.hint})` : ''}`;
	}
}

function line({ parts, transaction, commitAfter, lockTimeout }: Statement, { spelling }: Dialect): string {
	const remarks = [
		{ any: '', own: 'in a transaction of its own', never: 'outside a transaction' }[transaction],
		commitAfter && 'committed before what follows',
		lockTimeout && 'with a lock timeout',
	].filter(Boolean);
	return `${textOf(parts)}${terminator(textOf(parts), spelling.lexis)}${remarks.length > 0 ? ` -- ${remarks.join(', ')}` : ''}`;
}
