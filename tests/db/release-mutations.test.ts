import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as assert from 'uvu/assert';
import { build, check, GenSqlError, loadProject } from '../../src/index.ts';
import { project, revisionText, run } from '../support/project.ts';
import { fc } from '../support/property.ts';
import { CHANGING, type Files, type Mutated, type Mutation, NEUTRAL } from '../support/release-mutations.ts';
import { repository } from '../support/sample.ts';
import { suite } from '../support/suite.ts';

const COUNT = 100;
/** Where they are drawn from; PROPERTY_SEED draws others. A place that makes no valid module is the mutator's mistake. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 1);
const AGAIN = `Repeat it with PROPERTY_SEED=${SEED}.`;
/** How often a mutation looks for a place that makes another project, and one that can be rendered. */
const TRIES = 30;

/** The sample revisions, and two that have what these do not. */
function sampleFiles(): Files {
	const names = readdirSync(join(repository, 'revisions'), { recursive: true, encoding: 'utf8' });
	const files = names.filter((name) => /\.(?:ts|sql|json)$/.test(name)).sort();
	return {
		'gen-sql.config.ts': 'export default {};\n',
		...Object.fromEntries(
			files.map((name) => [`revisions/${name}`, readFileSync(join(repository, 'revisions', name), 'utf8')]),
		),
		'revisions/lib/none.ts': `import { irreversible } from 'gen-sql';\nexport const none = irreversible('it is gone');\n`,
		'revisions/role.ts': revisionText(
			'role',
			'5ea90d3c81f6',
			`\n\top.execute(sql\`SET ROLE \${param('role', 'identifier', { default: 'app' })}\`);\n\top.autocommitBlock(() => op.execute('ANALYZE "user"'));\n`,
			`\n\top.execute('RESET ROLE');\n`,
		),
		'revisions/side.ts': `import { irreversible, type Op } from 'gen-sql';
export const revision = 'side';
export const downRevision = 'role';
export const dependsOn: string[] = ['1975ea83b712'];
export function upgrade(op: Op): void {
	op.createSchema('side');
}
export const downgrade = irreversible('nobody knows what is in it');
`,
	};
}

/** The folder of the released project, which is mutated and put back. */
class Released {
	readonly root: string;
	/** The modules that no mutation touches are not transformed each time. */
	readonly env: { readonly GEN_SQL_CACHE: string };
	readonly #files: Files;

	constructor(files: Files) {
		this.root = project(files);
		this.env = { GEN_SQL_CACHE: join(this.root, 'cache') };
		this.#files = files;
	}

	/** What `build` and `check` find while the files are others. */
	async judge({ files }: Mutated): Promise<{ readonly built: Found; readonly checked: Found }> {
		this.#change(this.#files, files);
		try {
			const loaded = await loadProject({ cwd: this.root, env: this.env });
			const built = await found(build(loaded));
			const { problems } = await check(loaded);
			return { built, checked: problems.map(toFound) };
		} finally {
			this.#change(files, this.#files);
		}
	}

	#change(from: Files, to: Files): void {
		for (const path of Object.keys(from)) if (to[path] === undefined) rmSync(join(this.root, path));
		for (const [path, text] of Object.entries(to)) {
			if (from[path] === text) continue;
			mkdirSync(dirname(join(this.root, path)), { recursive: true });
			writeFileSync(join(this.root, path), text);
		}
	}
}

/** What it is refused for. */
async function found(done: Promise<unknown>): Promise<Found> {
	try {
		await done;
		return [];
	} catch (error) {
		if (!(error instanceof GenSqlError)) throw error;
		return [error, ...error.further].map(toFound);
	}
}

/** `RELEASE_CHANGED: the revision …` */
type Found = readonly string[];
const toFound = ({ code, message }: GenSqlError): string => `${code}: ${message}`;
const isOfReleases = (found: string): boolean => found.startsWith('RELEASE_');
/** What says that the mutated project is none, so that another place is looked for. */
const isBroken = (found: string): boolean => !/^(?:RELEASE_|OUT_|HEADS_MULTIPLE)/.test(found);

suite('db/release-mutations', (test) => {
	const files = sampleFiles();
	const released = (async () => {
		const made = new Released(files);
		for (const argv of [['build'], ['release', 'v1']]) {
			const { code, stderr } = await run(made.root, argv, made.env);
			assert.is(code, 0, stderr);
		}
		return made;
	})();

	/** One mutation where it makes a project that can be rendered, and what is found in that. */
	async function judged(name: string, mutation: Mutation, start: number) {
		for (let choice = start; choice < start + TRIES; choice++) {
			const made = mutation(files, choice);
			if (!made) continue;
			const found = await (await released).judge(made);
			if (!found.built.some(isBroken))
				return { ...found, revision: made.revision, about: `${name} (${choice}). ${AGAIN}` };
		}
		throw new Error(`${name}: no place from ${start} on is one for it. ${AGAIN}`);
	}

	/** As many mutations as wanted, in turn, at places that are drawn. */
	async function* mutated(mutations: Readonly<Record<string, Mutation>>) {
		const all = Object.entries(mutations);
		for (const [index, start] of fc.sample(fc.noBias(fc.nat()), { numRuns: COUNT, seed: SEED }).entries()) {
			const [name, mutation] = all[index % all.length] as (typeof all)[number];
			yield await judged(name, mutation, start);
		}
	}

	test(`${COUNT} changes of what a revision means are all noticed`, async () => {
		for await (const { built, checked, revision, about } of mutated(CHANGING)) {
			for (const found of [built, checked]) {
				const told = found.filter((each) => each.startsWith('RELEASE_CHANGED'));
				assert.ok(
					told.some((each) => revision === undefined || each.includes(` ${revision}, released with v1,`)),
					`${about}\n${found.join('\n')}`,
				);
			}
		}
	});

	test(`${COUNT} changes of how it is said are all let through`, async () => {
		for await (const { built, checked, about } of mutated(NEUTRAL)) {
			assert.equal(built, [], about);
			assert.equal(checked.filter(isOfReleases), [], about);
		}
	});
});
