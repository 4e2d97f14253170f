import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Log, ReportingDescriptor, Result, Run } from 'sarif';
import { lazily } from '../core/chunks.ts';
import { plain } from '../core/markdown.ts';
import type { Finding, Place, Severity } from '../review/finding.ts';
import type { FormatInParts, RuleFacts } from './format.ts';
import { jsonParts } from './json-text.ts';
import { pathFrom, STDIN } from './place.ts';
import { sentence, shown } from './summary.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

const HEAD = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' } satisfies Partial<Log>;

const ROOT_ID = '%SRCROOT%';

/**
 * A log in the Static Analysis Results Interchange Format.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: FormatInParts = ({ findings: counted, waived = [] }, { root, rules, version }) => {
	const findings: readonly (Finding & { readonly reason?: string })[] = [...counted, ...waived];
	const known = new Map(rules.map((rule) => [rule.id, rule]));
	const first = new Map(findings.toReversed().map((finding) => [finding.rule, finding]));
	const ids = [...new Set(findings.map(({ rule }) => rule))];
	const indexes = new Map(ids.map((id, index) => [id, index]));
	const run = {
		tool: {
			driver: {
				name: 'gen-sql',
				semanticVersion: version,
				rules: ids.map((id) => descriptor(id, known.get(id), first.get(id))),
			},
		},
		originalUriBaseIds: { [ROOT_ID]: { description: { text: 'The folder of the repository.' } } },
		columnKind: 'utf16CodeUnits',
	} satisfies Run;
	const results = lazily(
		findings,
		(finding): Result => ({
			...resultOf(finding, indexes.get(finding.rule) ?? -1, root),
			...(waived.length > 0 && { suppressions: suppressionsOf(finding) }),
		}),
	);
	return jsonParts({ ...HEAD, runs: [{ ...run, results }].values() });
};

/** A rule; of one that is not known, what its first finding says. */
function descriptor(id: string, known: RuleFacts | undefined, finding: Finding | undefined): ReportingDescriptor {
	const why = sentence(known?.why ?? finding?.why ?? id);
	const sources = known?.sources ?? [];
	const links = sources.map((source) => `- <${source}>`);
	return {
		id: shown(id),
		shortDescription: { text: textOf(sentence(known?.about ?? id)) },
		fullDescription: { text: textOf(why) },
		help: {
			text: textOf([why, ...sources].join('\n')),
			markdown: [plain(why), links.join('\n')].join('\n\n').trimEnd(),
		},
		...(sources[0] === undefined ? {} : { helpUri: sources[0] }),
		defaultConfiguration: configuration(known?.severity ?? finding?.severity ?? 'warning'),
	};
}

const configuration = (severity: Severity | 'off'): NonNullable<ReportingDescriptor['defaultConfiguration']> =>
	severity === 'off' ? { enabled: false } : { level: LEVELS[severity] };

/**
 * All results of a run have a list of them, or none has.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html section 3.27.23
 */
const suppressionsOf = ({ reason }: { readonly reason?: string }): NonNullable<Result['suppressions']> =>
	reason === undefined ? [] : [{ kind: 'inSource', justification: shown(reason) }];

/** The text of the region: the statement, or what stands on the line behind the place in it. */
function snippetOf({ statement, sql, begin }: Finding): string {
	if (!begin) return statement;
	const line = statement.split('\n')[sql.line - begin.line] ?? '';
	return line.slice(sql.column - (sql.line === begin.line ? begin.column : 1));
}

function resultOf(finding: Finding, ruleIndex: number, root: string): Result {
	const { rule, severity, message, instead, sql, source, revision, fingerprint } = finding;
	const script = locationOf(sql, root, { endLine: sql.endLine, snippet: { text: snippetOf(finding) } });
	const text = textOf([sentence(message), ...(instead === undefined ? [] : [`Instead:\n${instead}`])].join('\n\n'));
	return {
		ruleId: shown(rule),
		ruleIndex,
		level: LEVELS[severity],
		message: { text: source ? `${text}\n\nThe statement is [here](1).` : text },
		locations: [source ? locationOf(source, root) : script],
		...(source && { relatedLocations: [{ id: 1, ...script, message: { text: 'the statement' } }] }),
		// GitHub's uploader complains of a primaryLocationLineHash that it has not made itself.
		partialFingerprints: { 'genSqlFinding/v1': fingerprint },
		...(revision !== undefined && { properties: { revision } }),
	};
}

function locationOf({ file, line, column }: Place, root: string, more: object = {}): Location {
	return {
		physicalLocation: {
			artifactLocation: artifact(file, root),
			region: { startLine: line, startColumn: column, ...more },
		},
	};
}

/** Paths below the root are relative to it. */
function artifact(file: string, root: string): { readonly uri: string; readonly uriBaseId?: string } {
	const path = pathFrom(root, file);
	if (file === STDIN) return { uri: STDIN };
	if (isAbsolute(path)) return { uri: pathToFileURL(file.toWellFormed()).href };
	return {
		uri: path
			.split('/')
			.map((name) => encodeURIComponent(name.toWellFormed()))
			.join('/'),
		uriBaseId: ROOT_ID,
	};
}

/**
 * Text without placeholders and links.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html sections 3.11.5 and 3.11.6
 */
function textOf(text: string): string {
	const braces = shown(text).replaceAll(/[{}]/g, '$&$&');
	return braces.includes('](') ? braces.replaceAll(/[\\[\]]/g, '\\$&') : braces;
}
