import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { alterText } from '../alter-text.ts';
import { heldOn } from '../held-locks.ts';
import { type Action, defineRule, NONE, type Problem, type Problems } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { spelled } from '../spelled.ts';

export const validateUnderStrongerLock = defineRule({
	severity: 'warning',
	group: 'locks',
	about:
		'VALIDATE CONSTRAINT beside other actions of one ALTER TABLE, or in a transaction that keeps writers out of the table.',
	why: 'By itself it reads the rows while others read and write. One statement takes the strongest lock of its actions, and a transaction keeps its locks, so that the table is blocked meanwhile.',
	advice: 'Validate in a statement and a transaction of its own.',
	op: "op.createCheckConstraint('seats_given', 'account', 'seats > 0', { online: true });",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT'],
	beside: ['change-default', 'constraint-may-fail'],
	examples: {
		bad: [
			'ALTER TABLE account VALIDATE CONSTRAINT seats_given, ADD COLUMN plan text;',
			'ALTER TABLE IF EXISTS view * VALIDATE CONSTRAINT seats_given, ALTER COLUMN plan SET DEFAULT (1, 2);',
			'ALTER TABLE ONLY app."Account" ADD COLUMN pair bigint[] DEFAULT ARRAY[1, 2], VALIDATE CONSTRAINT "seats given";',
			'BEGIN;\nALTER TABLE account ADD COLUMN plan text;\nALTER TABLE account VALIDATE CONSTRAINT seats_given;\nCOMMIT;',
			'BEGIN;\nLOCK TABLE account IN SHARE MODE;\nALTER TABLE account VALIDATE CONSTRAINT seats_given, VALIDATE CONSTRAINT plan_given;\nCOMMIT;',
		],
		good: [
			'ALTER TABLE account VALIDATE CONSTRAINT seats_given;',
			'ALTER TABLE account VALIDATE CONSTRAINT seats_given, VALIDATE CONSTRAINT plan_given;',
			'CREATE TABLE account (id bigint PRIMARY KEY, seats bigint);\nALTER TABLE account ADD CONSTRAINT c CHECK (seats > 0) NOT VALID;\nALTER TABLE account VALIDATE CONSTRAINT c, ADD COLUMN plan text;',
			'BEGIN;\nUPDATE account SET seats = 1 WHERE id = 7;\nALTER TABLE account VALIDATE CONSTRAINT seats_given;\nCOMMIT;',
		],
	},
	actions: {
		AT_ValidateConstraint: (action, seen) => {
			const work = seen.work(action.table);
			if (!work || !seen.goesThrough(action.table, 'scan')) return NONE;
			if (work.blocks.writes) return told(action, `a statement that takes ${work.lock}`, apart(action, seen));
			const held = heldOn(work.name, seen);
			const alone = `ALTER TABLE ${spelled(action.table)} VALIDATE CONSTRAINT ${spelled(action.cmd.name ?? '')};`;
			return held ? told(action, `a transaction that holds ${held.lock}`, `COMMIT;\n${alone}\nBEGIN;`) : NONE;
		},
	},
});

function told({ cmd, name: owner }: Action, where: string, instead: string | undefined): Problems {
	const name = cmd.name ?? '';
	const problem: Problem = {
		object: `${owner}.${name}`,
		message: `the rows of "${owner}" are read to validate "${name}" in ${where}`,
		instead,
	};
	return [problem];
}

/** What is validated in front of the other actions; nothing where one of these is what adds the constraint. */
function apart({ statement }: Action, seen: Seen): string | undefined {
	const commands = nodesOf(statement.cmds, 'AlterTableCmd');
	const { head, actions } = alterText(seen.text);
	if (actions.length !== commands.length || commands.some(({ subtype }) => subtype === 'AT_AddConstraint'))
		return undefined;
	const isValidating = (_: string, at: number): boolean => commands[at]?.subtype === 'AT_ValidateConstraint';
	const first = `${head} ${actions.filter(isValidating).join(', ')};`;
	const rest = `${head} ${actions.filter((text, at) => !isValidating(text, at)).join(', ')};`;
	return seen.isInTransaction ? `COMMIT;\n${first}\nBEGIN;\n${rest}` : `${first}\n${rest}`;
}
