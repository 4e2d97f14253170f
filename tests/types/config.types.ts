/** Checked by `tsc`, never run: each line below a `@ts-expect-error` must stay a type error. */
import { type Config, type ConfigContext, defineConfig, type Project } from 'gen-sql';
import type { Settings } from '../../src/config/settings.ts';

declare const settings: Settings;
declare const project: Project;

// What compiles.
defineConfig({ dialect: 'postgresql', revisions: ['a', 'b'], guard: false });
export const configure: (context: ConfigContext) => Config = defineConfig(({ x }) => ({ out: x['out'] ?? 'out' }));
export const guards: readonly boolean[] = [settings.guard, project.guard, project.transactionPerMigration];
export const schema: string | undefined = settings.versionTableSchema;

// @ts-expect-error settings are closed
defineConfig({ guards: true });

// @ts-expect-error there is no such dialect
defineConfig({ dialect: 'postgres' });

// @ts-expect-error a flag is true or false
defineConfig({ guard: 'yes' });

// @ts-expect-error what has no default may be absent
export const certain: string = settings.versionTableSchema;

// @ts-expect-error a project has no database URL, which may hold a password
project.databaseUrl;
