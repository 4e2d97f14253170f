import { GROUPS, type Rule } from './rule.ts';

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** The page of a rule in Markdown. */
export function rulePage(id: string, rule: Rule): string {
	const { severity, group, about, why, advice, op, sources, examples, beside, given, options } = rule;
	const parts = [
		`# ${id}`,
		`*${severity}* · ${GROUPS[group]}`,
		about,
		`**Why.** ${why}`,
		...(advice === undefined ? [] : [`**What to do.** ${advice}`]),
		...(op === undefined ? [] : [fenced('ts', op)]),
		...shownExamples('Found', examples.bad),
		...shownExamples('Not found', examples.good),
		...(given === undefined ? [] : [`The examples are looked at with ${shownGiven(given)}.`]),
		...(options === undefined ? [] : [`Options: ${shownOptions(options)}.`]),
		...(beside === undefined ? [] : [`In these examples, others are found, too: ${beside.map(linked).join(', ')}.`]),
		...(sources.length === 0 ? [] : [`See ${sources.map((url) => `<${url}>`).join(', ')}`]),
	];
	return `${parts.join('\n\n')}\n`;
}

const shownExamples = (title: string, scripts: readonly string[]): readonly string[] =>
	scripts.length === 0 ? [] : [`## ${title}`, ...scripts.map((script) => fenced('sql', script))];

const linked = (id: string): string => `[${id}](${id}.md)`;

const shownOptions = (options: NonNullable<Rule['options']>): string =>
	Object.entries(options)
		.map(([name, value]) => `\`${name}\` (${value === '' ? 'none' : value})`)
		.join(', ');

function shownGiven({ version, minor, options = {}, off = [] }: NonNullable<Rule['given']>): string {
	const server =
		version === undefined ? [] : [`PostgreSQL ${[version, minor].filter((each) => each !== undefined).join('.')}`];
	const set = [...Object.entries(options), ...off.map((id) => [id, 'off'] as const)];
	return [...server, ...set.map(([name, value]) => `\`${name}=${value}\``)].join(', ');
}
