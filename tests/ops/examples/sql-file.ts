import { fileURLToPath } from 'node:url';
import { readSql } from '../../../src/modules/files.ts';
import { type RevisionBody, record } from '../../../src/record/record.ts';
import type { OperationExamples } from './examples.ts';

/** A body whose files stand in a folder of the tests, wherever it is recorded. */
const withFiles =
	(body: RevisionBody): RevisionBody =>
	async (op) => {
		const beside = (file: string) => readSql(fileURLToPath(new URL(`sql/${file}`, import.meta.url)));
		for (const operation of await record(body, { readSql: beside })) op.invoke(operation);
	};

export const sqlFile: OperationExamples = {
	arguments: { args: { file: 'views/active.sql' }, names: [] },
	cases: {
		'several statements': withFiles((op) => op.sqlFile('functions.sql')),
		'outside a transaction': withFiles((op) => op.autocommitBlock(() => op.sqlFile('drop.sql'))),
		'no statement': withFiles((op) => op.sqlFile('nothing.sql')),
	},
	scenarios: {
		'several statements': {
			up: withFiles((op) => op.sqlFile('functions.sql')),
			down: withFiles((op) => op.sqlFile('drop.sql')),
			shows: ["SELECT from_file() || obj_description('from_file()'::regprocedure) AS value", "100% ä;b:x it's here"],
		},
	},
};
