/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import {
	type Configure,
	defineConfig,
	defineRule,
	type NamingToken,
	type Project,
	type RevisionContext,
	sql,
} from 'gen-sql';
import type { Settings } from '../../src/config/settings.ts';

declare module 'gen-sql' {
	interface XArguments {
		/** An argument of this file alone. */
		plan: 'free' | 'paid';
	}
}

declare const settings: Settings;
declare const context: RevisionContext;
declare const project: Project;

// What compiles.
defineConfig({ dialect: 'postgresql', revisions: ['a', 'b'], guard: false });
export const configure: Configure = defineConfig(({ x }) => ({ out: x['out'] ?? 'out' }));
export const guards: readonly boolean[] = [settings.guard, project.guard, project.transactionPerMigration];
defineConfig({
	namingConvention: {
		uq: 'uq_%(table_name)s_%(first_letters)s',
		first_letters: (element, { schema = '', name }) => {
			const columns = element.kind === 'unique' ? element.columns : [];
			return [schema, name, element.name ?? '', ...columns].map((word) => word[0]).join('');
		},
	},
});
export const token: NamingToken = (element) =>
	element.kind === 'foreignKey' ? element.referredTable.name : element.kind;
export const schema: string | undefined = settings.versionTableSchema;

export const plan: 'free' | 'paid' | undefined = context.x.plan;
export const tenant: string = context.x['tenant'] ?? '';
defineConfig(({ x }) => ({
	postWriteHooks: [
		{ name: 'format', command: ['biome', 'format', '--write'], cwd: '..' },
		{ name: 'own', run: async (file) => void file.length },
	],
	databases: { main: { guard: true }, audit: { dialect: 'mysql', onVersionApply: () => undefined } },
	onVersionApply: ({ revision, rows }) => [sql`insert into log values (${revision}, ${rows.length})`, 'select 1'],
	tag: x.plan ?? 'none',
}));
defineConfig(async () => ({ guard: false }));
defineConfig({ onVersionApply: async ({ direction }) => (direction === 'upgrade' ? 'select 1' : null) });

defineConfig({
	review: { rules: { 'drop-column': { severity: 'off', options: { limit: 1 } }, 'drop-table': 'info' }, pgVersion: 17 },
	databases: { main: { review: { tables: { event: { rows: 2e9 } }, assumeInTransaction: true } } },
});

export const ownRule = defineRule({
	severity: 'off',
	group: 'text',
	about: 'a',
	why: 'b',
	options: { most: 1 },
	statements: {
		IndexStmt: ({ idxname = '' }, seen) => (seen.isInTransaction ? [{ object: idxname, message: 'c' }] : []),
	},
	actions: {
		AT_DropColumn: ({ name }, _seen, { most = 0 }) => [{ object: name, message: String(most), severity: 'info' }],
	},
});
defineConfig({ review: { ownRules: { 'acme/a': ownRule } } });

// @ts-expect-error there is no such kind of statement
defineRule({ severity: 'off', group: 'text', about: 'a', why: 'b', statements: { DropTableStmt: () => [] } });

// @ts-expect-error a rule returns problems
defineRule({ severity: 'off', group: 'text', about: 'a', why: 'b', every: () => ['a'] });

// @ts-expect-error a severity is one of four
defineConfig({ review: { rules: { 'drop-column': 'loud' } } });

// @ts-expect-error there is no such preset
defineConfig({ review: { preset: 'loud' } });

// @ts-expect-error an argument that is declared has the type that is declared
export const other: 'other' | undefined = context.x.plan;

// @ts-expect-error it may be missing
export const sure: string = context.x['tenant'];

// @ts-expect-error a hook has a command or a function
defineConfig({ postWriteHooks: [{ name: 'format' }] });

// @ts-expect-error a database has no databases
defineConfig({ databases: { main: { databases: {} } } });

// @ts-expect-error what is returned is SQL
defineConfig({ onVersionApply: () => 5 });

// @ts-expect-error settings are closed
defineConfig({ guards: true });

// @ts-expect-error there is no such dialect
defineConfig({ dialect: 'postgres' });

// @ts-expect-error a flag is true or false
defineConfig({ guard: 'yes' });

// @ts-expect-error a template is text
defineConfig({ namingConvention: { uq: () => 'uq' } });

// @ts-expect-error a token makes text
defineConfig({ namingConvention: { length: (element) => element.kind.length } });

// @ts-expect-error a token sees what has a template: constraints that exclude have none
defineConfig({ namingConvention: { using: (element) => (element.kind === 'exclude' ? 'x' : 'y') } });

// @ts-expect-error what has no default may be absent
export const certain: string = settings.versionTableSchema;

// @ts-expect-error a project has no database URL, which may hold a password
project.databaseUrl;
