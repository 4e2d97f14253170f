/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import {
	column,
	type IrreversibleDowngrade,
	index,
	irreversible,
	type Op,
	operations,
	type RevisionModule,
	reverse,
	t,
	uniqueConstraint,
} from 'gen-sql';

declare const op: Op;
declare const upgrade: RevisionModule['upgrade'];

// What compiles: the forms of docs/downgrades.md and docs/online-changes.md.
export const derived: RevisionModule = { revision: 'a', downRevision: null, upgrade, downgrade: 'auto' };
export const none: RevisionModule = { revision: 'a', downRevision: null, upgrade, downgrade: irreversible('gone') };
export const declared: IrreversibleDowngrade = irreversible('gone');
export const result: number = op.reversible(
	() => 1,
	() => undefined,
);
export const awaited: Promise<number> = op.reversible(
	async () => 1,
	async () => undefined,
);
op.dropColumn('a', 'b', { was: column('b', t.text()), online: true });
op.dropTable('a', { was: [column('b', t.text()), uniqueConstraint(['b'])] });
op.dropTable('a', { was: { elements: [column('b', t.text())], comment: 'old', postgresql: { using: 'heap' } } });
op.dropIndex('ix', 'a', { was: index(null, ['b']) });
op.dropConstraint('uq', 'a', 'unique', { was: uniqueConstraint(['b']) });
op.dropEnum('state', { was: ['new'] });
op.createIndex('ix', 'a', ['b'], { online: true });
op.batchAlterTable('a', (batch) => batch.alterColumn('b', { nullable: false, existingNullable: true, online: true }));
export const why: string | undefined = ((made) => ('irreversible' in made ? made.irreversible : undefined))(
	reverse(operations.execute.create('select 1')),
);

// @ts-expect-error there is no such word
export const misspelt: RevisionModule = { revision: 'a', downRevision: null, upgrade, downgrade: 'automatic' };

// @ts-expect-error a reason is text
irreversible();

// @ts-expect-error both sides are functions
op.reversible(() => 1);

// @ts-expect-error what a column was is a column
op.dropColumn('a', 'b', { was: t.text() });

// @ts-expect-error what an index was is an index
op.dropIndex('ix', 'a', { was: ['b'] });

// @ts-expect-error a primary key is not added online
op.createPrimaryKey('pk', 'a', ['b'], { online: true });

// @ts-expect-error online is true or false
op.createIndex('ix', 'a', ['b'], { online: 'yes' });
