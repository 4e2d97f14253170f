import { lazily } from '../core/chunks.ts';
import type { RelationFacts } from '../dialects/facts.ts';
import type { Finding } from '../review/finding.ts';
import type { FormatInParts } from './format.ts';
import { jsonParts } from './json-text.ts';
import { pathFrom } from './place.ts';

/** For programs. `version` changes when a field is renamed or goes, not when one is added. */
export const json: FormatInParts = ({ findings, waived = [], passedOver, reviewed, against }, { root }) =>
	jsonParts({
		version: 1,
		against,
		findings: lazily(findings, (finding) => plainFinding(finding, root)),
		waived: lazily(waived, (finding) => ({ ...plainFinding(finding, root), reason: finding.reason })),
		passedOver,
		reviewed: lazily(
			reviewed.filter(({ changed }) => changed !== 0),
			({ file, revision, title, statements, changed, isNew, isReversible, locks, relations }) => ({
				file: pathFrom(root, file),
				revision,
				title,
				statements,
				changed,
				new: isNew,
				reversible: isReversible,
				relations: relations.map(plainRelation),
				locks: lazily(locks, ({ source, relations: own, ...statement }) => ({
					...statement,
					source: source && { file: pathFrom(root, source.file), line: source.line, column: source.column },
					relations: own.map(plainRelation),
				})),
			}),
		),
	});

const plainFinding = (
	{ rule, severity, message, why, instead, sql, source, revision, fingerprint }: Finding,
	root: string,
): object => ({
	rule,
	severity,
	message,
	why,
	instead,
	sql: { file: pathFrom(root, sql.file), line: sql.line, column: sql.column, endLine: sql.endLine },
	source: source && { file: pathFrom(root, source.file), line: source.line, column: source.column },
	revision,
	fingerprint,
});

const plainRelation = ({
	name,
	kind,
	lock,
	blocks,
	rewrite,
	scan,
	indexBuild,
	rows,
	reasons,
}: RelationFacts): object => ({
	name,
	kind,
	lock,
	blocks,
	rewrite,
	scan,
	indexBuild,
	rows,
	reasons,
});
