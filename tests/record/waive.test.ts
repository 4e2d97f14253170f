import { setTimeout } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { readWaiver, waiverText } from '../../src/core/waiver.ts';
import { type Op, operations } from '../../src/ops/index.ts';
import { record } from '../../src/record/record.ts';
import { column } from '../../src/schema/column.ts';
import { t } from '../../src/sql/types.ts';
import { printed, project, revisionText } from '../support/project.ts';
import { fc } from '../support/property.ts';
import { suite } from '../support/suite.ts';
import { rejectsCode } from '../support/throws.ts';

const ALLOWED = { rule: 'drop-column', reason: 'no reader since 2.3' };

/** What plain JavaScript can say. */
const loosely = (call: (op: Record<string, (...args: readonly unknown[]) => unknown>) => unknown) => (op: Op) =>
	call(op as never);

/** The script of an upgrade, from the first change on. */
async function script(body: string, down = ''): Promise<string> {
	const stdout = await printed(project({ 'revisions/a.ts': revisionText('aa', null, body, down) }), 'upgrade', 'head');
	return stdout.slice(stdout.indexOf('-- Running'), stdout.indexOf('INSERT INTO gen_sql_version'));
}

suite('record/waive', (test) => {
	test('keeps the waivers of a call apart from its options', async () => {
		const [dropped] = await record((op) => op.dropColumn('a', 'b', { schema: 's', waive: [ALLOWED] }));
		const [plain] = await record((op) => op.dropColumn('a', 'b', { schema: 's' }));
		const { waive, at: _, ...rest } = dropped ?? {};
		const { at: __, ...expected } = plain ?? {};
		assert.equal(waive, [ALLOWED]);
		assert.equal(rest, expected);
		assert.ok(Object.isFrozen(waive));
	});

	test('takes them in every call, also where there are no other options', async () => {
		const recorded = await record((op) => {
			op.execute('SELECT 1', { waive: [ALLOWED] });
			op.renameSchema('a', 'b', { waive: [ALLOWED] });
			op.createTable('a', [column('id', t.uuid())], { waive: [ALLOWED] });
			op.dropIndex('ix', undefined, { waive: [ALLOWED] });
			op.alterColumn('a', 'b', { nullable: false, waive: [ALLOWED] });
			op.batchAlterTable(
				'a',
				(batch) => {
					batch.dropColumn('b', { waive: [ALLOWED] });
					batch.execute('SELECT 1', { waive: [ALLOWED] });
				},
				{ schema: 's' },
			);
			op.dropTable('a', { waive: [] as never, schema: 's' });
		}).catch((error: unknown) => error);
		assert.match(String(recorded), 'dropTable: waive must be an array of at least one of waivers');
		const fine = await record((op) => {
			op.execute('SELECT 1', { waive: [ALLOWED] });
			op.batchAlterTable('a', (batch) => batch.dropColumn('b', { waive: [ALLOWED] }), { schema: 's' });
			op.renameSchema('a', 'b', { waive: [ALLOWED] });
			op.dropIndex('ix', undefined, { waive: [ALLOWED] });
		});
		assert.equal(
			fine.map(({ waive }) => waive),
			[[ALLOWED], [ALLOWED], [ALLOWED], [ALLOWED]],
		);
	});

	for (const [given, message] of [
		[5, 'dropTable: waive must be an array of waivers, got 5'],
		[['drop-table'], 'dropTable: waive[0] must be a waiver, got "drop-table"'],
		[[{ reason: 'x' }], 'dropTable: waive[0]: rule must be the id of a rule, got nothing'],
		[[{ rule: 'a\n\\! rm', reason: 'x' }], 'dropTable: waive[0]: rule must be the id of a rule, got "a\\n\\\\! rm"'],
		[[{ rule: 'drop-table' }], 'dropTable: waive[0]: reason must be a line of text, got nothing'],
		[[{ rule: 'drop-table', reason: ' \n ' }], 'dropTable: waive[0]: reason must be a line of text, got " \\n "'],
		[[{ rule: 'drop-table', reason: '\ud800' }], 'dropTable: waive[0]: reason must be a line of text, got "\\ud800"'],
		[[{ rule: 'drop-table', reason: 'x', ticket: 5 }], 'dropTable: waive[0] has no option "ticket"'],
	] as const) {
		test(`refuses ${JSON.stringify(given)}`, async () => {
			const error = await rejectsCode(
				record(loosely((op) => op['dropTable']?.('a', { waive: given }))),
				'ARGUMENT_INVALID',
			);
			assert.is(error.message, message);
		});
	}

	test('waives for the calls of a block, also async, and inside another', async () => {
		const recorded = await record(async (op) => {
			const result = await op.waive('drop-column', 'first', async () => {
				await Promise.resolve();
				op.dropColumn('a', 'b');
				op.waive('drop-table', 'second', () => op.dropTable('a'));
				return 5;
			});
			assert.is(result, 5);
			op.dropTable('c');
		});
		const kinds = recorded.map(({ scope = [] }) => scope.map((each) => ('reason' in each ? each.reason : each.kind)));
		assert.equal(kinds, [['first'], ['first', 'second'], []]);
		await rejectsCode(
			record((op) => {
				void op.waive('a', 'b', () => setTimeout(5));
			}),
			'OPERATION_LATE',
		);
		await rejectsCode(record(loosely((op) => op['waive']?.('a', 'b'))), 'ARGUMENT_INVALID');
		await rejectsCode(record(loosely((op) => op['waive']?.('a', '', () => undefined))), 'ARGUMENT_INVALID');
	});

	test('keeps the waivers of an operation that is recorded anew', async () => {
		const [made] = await record((op) => op.dropTable('a', { waive: [ALLOWED] }));
		const [again] = await record((op) => made && op.invoke(made));
		assert.equal(again?.waive, [ALLOWED]);
		const [other] = await record((op) =>
			op.waive('drop-table', 'x', () => op.invoke(operations.dropTable.create('b'))),
		);
		assert.equal(other?.scope, [{ kind: 'waive', rule: 'drop-table', reason: 'x' }]);
	});

	test('prints them in front of each statement of the calls', async () => {
		const waive = "waive: [{ rule: 'drop-column', reason: 'no reader\\n\\\\! since 2.3' }]";
		assert.match(
			await script(`op.dropColumn('a', 'b', { ${waive} });`),
			'\n\n-- gen-sql: allow drop-column because no reader \\! since 2.3\nALTER TABLE a DROP COLUMN b;\n',
		);
		const text = await script(
			"op.waive('drop-table', 'moved', () => { op.execute('DROP TABLE a; DROP TABLE b'); op.dropTable('c', { waive: [{ rule: 'drop-table', reason: 'moved' }] }); });",
		);
		assert.is(text.match(/-- gen-sql: allow drop-table because moved\nDROP TABLE \w;/g)?.length, 3);
		assert.is(text.match(/gen-sql:/g)?.length, 3);
	});

	test('prints nothing of them where the operation is undone', async () => {
		const root = project({
			'revisions/a.ts': revisionText(
				'aa',
				null,
				"op.waive('prefer-text', 'x', () => op.addColumn('a', column('b', t.string(5)), { waive: [{ rule: 'a', reason: 'y' }] }));",
			).replace(/export function downgrade.*/, "export const downgrade = 'auto';"),
		});
		assert.not.match(await printed(root, 'downgrade', 'head:base'), '-- gen-sql:');
		assert.match(
			await printed(root, 'upgrade', 'head'),
			'-- gen-sql: allow prefer-text because x\n-- gen-sql: allow a because y\n',
		);
	});

	test('reads back every reason that it prints', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), (reason, rule) => {
				const printedText = waiverText({ rule, reason });
				assert.not.match(printedText, /[\n\r\u2028\u2029]/);
				const again = readWaiver(` ${printedText}`);
				assert.equal(again?.rules, [rule]);
				assert.is(
					printedText,
					again?.reason === '' ? `gen-sql: allow ${rule} because ` : waiverText({ rule, reason: again?.reason ?? '' }),
				);
			}),
		);
	});
});
