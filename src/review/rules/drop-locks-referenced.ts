import type { QualifiedName } from '../../core/names.ts';
import type { Constraint } from '../../dialects/postgresql/catalog/model.ts';
import type { NodeOf } from '../../dialects/postgresql/catalog/trees.ts';
import { droppedBy } from '../drops.ts';
import { type Action, defineRule, NONE, type Problem } from '../rule.ts';
import type { Seen } from '../seen.ts';
import { shown, spelled } from '../spelled.ts';

export const dropLocksReferenced = defineRule({
	severity: 'warning',
	group: 'locks',
	about: 'DROP TABLE, DROP COLUMN or DROP CONSTRAINT that takes a foreign key along.',
	why: 'The table that the key refers to loses its triggers: nobody can read or write it, either, until the transaction ends.',
	advice:
		'Drop the constraint alone first, in a short transaction with a lock_timeout. It is known from the schema which tables a key refers to; without that, the rule is silent.',
	op: "op.dropConstraint('payer', 'invoice', 'foreignkey');",
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT'],
	beside: [
		'add-foreign-key-locks-referenced',
		'drop-column',
		'drop-foreign-key',
		'drop-table',
		'foreign-key-without-index',
	],
	examples: {
		bad: [
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id));\nDROP TABLE invoice;',
			'CREATE TABLE IF NOT EXISTS app."Invoice" (id bigint PRIMARY KEY, payer bigint CONSTRAINT "Payer" REFERENCES app.account (id));\nALTER TABLE app."Invoice" DROP COLUMN payer;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint CONSTRAINT payer REFERENCES account (id));\nALTER TABLE invoice DROP CONSTRAINT payer;\nALTER TABLE invoice ADD CONSTRAINT payer FOREIGN KEY (payer) REFERENCES account (id) ON DELETE CASCADE NOT VALID;',
		],
		good: [
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint CONSTRAINT payer REFERENCES account (id));\nALTER TABLE invoice DROP CONSTRAINT payer;\nDROP TABLE invoice;',
			'CREATE TABLE IF NOT EXISTS category (id bigint PRIMARY KEY, parent bigint REFERENCES category (id));\nDROP TABLE category;',
			'CREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id));\nALTER TABLE invoice DROP COLUMN note;',
			'CREATE TABLE account (id bigint PRIMARY KEY);\nCREATE TABLE IF NOT EXISTS invoice (id bigint PRIMARY KEY, payer bigint REFERENCES account (id));\nDROP TABLE invoice;',
		],
	},
	statements: {
		DropStmt: (drop, seen) =>
			droppedBy(drop, 'OBJECT_TABLE').flatMap((name) => {
				const keys = keysLost(name, () => true, seen);
				const told = problem(shown(name), keys, seen);
				return told ? [{ ...told, instead: apart(spelled(name), keys, dropped(drop, name)) }] : [];
			}),
	},
	actions: {
		AT_DropColumn: ({ cmd, table, name, statement }, seen) => {
			const keys = keysLost(table, ({ columns }) => columns.includes(cmd.name ?? ''), seen);
			const told = problem(`${name}.${cmd.name ?? ''}`, keys, seen);
			const isAlone = statement.cmds?.length === 1;
			return told ? [{ ...told, instead: isAlone ? apart(spelled(table), keys, `${seen.text};`) : undefined }] : NONE;
		},
		AT_DropConstraint: ({ cmd, table, name }, seen) => {
			const told = problem(
				`${name}.${cmd.name ?? ''}`,
				keysLost(table, (key) => key.name === cmd.name, seen),
				seen,
			);
			return told ? [told] : NONE;
		},
	},
});

/** The foreign keys that go with something, to tables that stay and that others use. */
function keysLost(
	name: Action['table'] | QualifiedName,
	isLost: (key: Constraint) => boolean,
	seen: Seen,
): readonly Constraint[] {
	const relation = seen.isNew(name) ? undefined : seen.relation(name);
	return (relation?.constraints ?? []).filter((key) => {
		const other = key.kind === 'foreign key' && isLost(key) ? seen.context.referenced(key) : undefined;
		if (!other || other.relation?.id === relation?.id) return false;
		const isGone = seen.facts.drops.some((each) => each.name === other.id);
		return !isGone && !seen.isNew({ schema: other.schema, name: other.name });
	});
}

function problem(object: string, keys: readonly Constraint[], seen: Seen): Problem | undefined {
	if (keys.length === 0) return undefined;
	const names = new Set(keys.flatMap((key) => key.references?.given ?? []).map(shown));
	const others = [...names].map((name) => `"${name}"`).join(' and ');
	const rest = seen.isInTransaction ? ' until the transaction ends' : '';
	return { object, message: `nobody can read or write ${others}${rest}, since "${object}" takes a foreign key along` };
}

const dropped = ({ missing_ok: isOptional, behavior }: NodeOf<'DropStmt'>, name: QualifiedName): string =>
	`DROP TABLE ${isOptional ? 'IF EXISTS ' : ''}${spelled(name)}${behavior === 'DROP_CASCADE' ? ' CASCADE' : ''};`;

/** The keys one by one, and then the rest. */
const apart = (table: string, keys: readonly Constraint[], rest: string): string =>
	[...keys.map(({ name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${spelled(name)};`), rest].join('\n');
