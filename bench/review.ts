/**
 * `npm run bench:review`: whole processes of `gen-sql review` and of squawk on the same scripts, in turn in one run.
 *
 * squawk is installed into bench/node_modules; its lines are left out where npm cannot. It prints a frame for each finding,
 * which takes it a time that grows with the square of the script: at 10,000 revisions minutes, so it is left out there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../src/review/rule.ts';
import { rules } from '../src/review/rules/index.ts';
import { benchmark, bin, here, measure, type Subject, work } from './measure.ts';
import { mutated, numbers } from './mutations.ts';

const SIZES = [100, 1000, 10_000];
const SQUAWK_UP_TO = 1000;
/** How many scripts are changed, and how many are reviewed in one process. */
const MUTATIONS = 20_000;

const squawk = join(here, 'node_modules/.bin/squawk');

function installSquawk(): boolean {
	if (existsSync(squawk)) return true;
	return (
		spawnSync('npm', ['install', '--prefix', here, '--no-package-lock', '--no-audit', '--no-fund'], {
			stdio: 'inherit',
		}).status === 0
	);
}

/** A script in the form of Alembic's offline mode: small revisions in one transaction. */
function scriptOf(revisions: number): string {
	const each = Array.from({ length: revisions }, (_, index) =>
		[
			`-- Running upgrade ${index} -> ${index + 1}\n`,
			`CREATE TABLE table_${index} (`,
			'    id SERIAL NOT NULL,',
			'    name VARCHAR(80) NOT NULL,',
			'    note TEXT,',
			'    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,',
			'    PRIMARY KEY (id)',
			');\n',
			`CREATE INDEX ix_table_${index}_name ON table_${index} (name);\n`,
			`ALTER TABLE table_${index} ADD COLUMN state VARCHAR(20);\n`,
			`UPDATE alembic_version SET version_num='${index + 1}' WHERE alembic_version.version_num = '${index}';\n`,
		].join('\n'),
	);
	return ['BEGIN;\n', ...each, 'COMMIT;\n'].join('\n');
}

const review = (...args: readonly string[]) => measure(work, ['node', bin, 'review', '--fail-on', 'never', ...args]);

const hasSquawk = installSquawk();
if (!hasSquawk) console.log('squawk cannot be installed here (npm install): its lines are left out.\n');

const times: number[] = [];
for (const size of SIZES) {
	const file = join(work, `review-${size}.sql`);
	writeFileSync(file, scriptOf(size));
	const label = `gen-sql review, ${size} revisions`;
	const peer = `squawk, ${size} revisions`;
	const subjects: readonly Subject[] = [
		...(hasSquawk && size <= SQUAWK_UP_TO ? [{ label: peer, run: () => measure(work, [squawk, file]) }] : []),
		{ label, against: peer, ...(size === SQUAWK_UP_TO && { target: 0.5 }), run: () => review(file) },
	];
	times.push(benchmark(subjects).get(label)?.seconds ?? Number.NaN);
	console.log('');
}
const [, thousand = Number.NaN, tenThousand = Number.NaN] = times;
console.log(`From 1,000 to 10,000 revisions the time grows ${(tenThousand / thousand).toFixed(1)} ×.\n`);

/** Files of changed scripts take no longer than those that they were made of. */
const examples = Object.values<Rule>(rules).flatMap(({ examples: { bad, good } }) => [...bad, ...good]);
const pick = numbers(1);
const originals = Array.from({ length: MUTATIONS }, () => {
	const texts = Array.from({ length: 4 }, () => examples[pick(examples.length)] ?? '');
	return texts.join('\n');
});
const folders = { unchanged: originals, changed: originals.map((text) => mutated(text, pick)) };
for (const [name, texts] of Object.entries(folders)) {
	const folder = join(work, name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.sql`), text);
}
const label = (name: string) => `gen-sql review, ${MUTATIONS} scripts, ${name}`;
benchmark([
	{ label: label('unchanged'), run: () => review(join(work, 'unchanged')) },
	{ label: label('changed'), against: label('unchanged'), target: 2, run: () => review(join(work, 'changed')) },
]);
