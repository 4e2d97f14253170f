/** Checked by `tsc`, never run: operations of a project are typed by declaration merging. */
import { type Op, operations, record, registerOperation } from 'gen-sql';

declare module 'gen-sql' {
	interface CustomOperations {
		/** An operation of this file alone. */
		archiveRows(table: string, days: number): string;
	}
}

declare const op: Op;

registerOperation({
	name: 'archiveRows',
	expand: (given, table, days) => `${given.dropTable(table)}${days.toFixed()}`,
});
export const result: string = op.archiveRows('user', 30);
op.batchAlterTable('user', (batch) => batch.dropColumn('a'), { schema: 'app', recreate: 'never' });
op.invoke(operations.dropTable.create('user'));
export const made: ReturnType<Op['createTable']> = op.invoke(operations.createTable.create('role', []));
export const again = async (): Promise<void> => (await record(() => undefined)).forEach((each) => void op.invoke(each));

// @ts-expect-error the arguments are those that were declared
op.archiveRows('user', '30');

// @ts-expect-error a name that was not declared
registerOperation({ name: 'archive', expand: () => undefined });

// @ts-expect-error it returns what was declared
registerOperation({ name: 'archiveRows', expand: () => 5 });

// @ts-expect-error the table of a batch is named once
op.batchAlterTable('user', (batch) => batch.dropColumn('user', 'a'));

// @ts-expect-error the schema as well
op.batchAlterTable('user', (batch) => batch.dropColumn('a', { schema: 'app' }));

// @ts-expect-error a batch is about one table
op.batchAlterTable('user', (batch) => batch.createTable('a', []));

// @ts-expect-error options are closed
op.batchAlterTable('user', () => undefined, { copyFrom: 'x' });

// @ts-expect-error operations are made by the registry
op.invoke('dropTable');
