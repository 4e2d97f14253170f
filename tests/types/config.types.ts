/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import { type Config, type ConfigContext, defineConfig, type NamingToken, type Project } from 'gen-sql';
import type { Settings } from '../../src/config/settings.ts';

declare const settings: Settings;
declare const project: Project;

// What compiles.
defineConfig({ dialect: 'postgresql', revisions: ['a', 'b'], guard: false });
export const configure: (context: ConfigContext) => Config = defineConfig(({ x }) => ({ out: x['out'] ?? 'out' }));
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
