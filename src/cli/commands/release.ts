import { dirname } from 'node:path';
import { writeBuild } from '../../api/build.ts';
import { amendRelease, release as makeRelease } from '../../api/release.ts';
import { fromRoot } from '../../api/revision-facts.ts';
import type { Project } from '../../config/project.ts';
import { GenSqlError } from '../../core/error.ts';
import { count } from '../../core/text.ts';
import { defineCommand, type Run } from '../command.ts';
import { progress } from '../progress.ts';
import { withProjects } from '../project.ts';

const options = {
	amend: { type: 'string', describe: 'Let this released revision be what it is now, instead of making a release' },
	reason: { type: 'string', describe: 'Why it is amended, for those who review it' },
} as const;

type Given = Run<typeof options>;
type Databases = readonly [Project, ...Project[]];

export const release = defineCommand({
	usage: 'release [name]',
	describe:
		'Freeze the revisions up to the heads under a name. Their scripts are copied to out/releases/<name>/ with one that leads there from the release before, and from then on `check` and `build` fail when one of them changes in meaning. Ranges may use the name: v1.3:v1.4. All databases are released together.',
	options,
	examples: ['release v1.4', 'release --amend 1975 --reason "no database has run it yet"'],

	run: (run) =>
		withProjects(run.options, run.io, (projects) => {
			const { amend } = run.options;
			return amend === undefined ? make(run, projects) : change(run, projects, amend);
		}),
});

async function make({ args: [name], options: given, io, note }: Given, projects: Databases): Promise<number> {
	if (name === undefined) {
		throw new GenSqlError('USAGE_INVALID', 'a release needs a name', { hint: 'gen-sql release v1.4' });
	}
	if (given.reason !== undefined) throw onlyWithAmend();
	const { databases, files } = await makeRelease(
		projects,
		name,
		given.quiet ? {} : { onRevision: progress('rendered', io) },
	);
	await writeBuild(files());
	for (const { database, dialect, revisions } of databases)
		note(
			`${fromRoot(io.cwd, projects[0].out)}/releases/${name}/${database}/${dialect}: ${count(revisions.length, 'revision')} frozen`,
		);
	return 0;
}

const onlyWithAmend = (): GenSqlError =>
	new GenSqlError('USAGE_INVALID', '--reason goes with --amend', { hint: 'a release has no reason, but a name' });

async function change(
	{ args: [name], options: { reason = '' }, io, note }: Given,
	projects: Databases,
	revision: string,
): Promise<number> {
	if (name !== undefined) {
		throw new GenSqlError('USAGE_INVALID', `--amend makes no release "${name}"`, { hint: 'leave the name out' });
	}
	const files = await amendRelease(projects, { revision, reason });
	await writeBuild(files);
	note(`${fromRoot(io.cwd, dirname(files.at(-1)?.file ?? ''))}: written; \`gen-sql build\` comes next`);
	return 0;
}
