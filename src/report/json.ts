import type { RelationFacts } from '../dialects/facts.ts';
import type { Format } from './format.ts';
import { jsonText } from './json-text.ts';
import { pathFrom } from './place.ts';

/** For programs. `version` changes when a field is renamed or goes, not when one is added. */
export const json: Format = ({ findings, reviewed, against }, { root }) =>
	jsonText({
		version: 1,
		against,
		findings: findings.map(({ rule, severity, message, why, instead, sql, source, revision, fingerprint }) => ({
			rule,
			severity,
			message,
			why,
			instead,
			sql: { file: pathFrom(root, sql.file), line: sql.line, column: sql.column, endLine: sql.endLine },
			source: source && { file: pathFrom(root, source.file), line: source.line, column: source.column },
			revision,
			fingerprint,
		})),
		reviewed: reviewed
			.filter(({ changed }) => changed !== 0)
			.map(({ file, revision, title, statements, changed, isNew, isReversible, locks, relations }) => ({
				file: pathFrom(root, file),
				revision,
				title,
				statements,
				changed,
				new: isNew,
				reversible: isReversible,
				relations: relations.map(plainRelation),
				locks: locks.map(({ source, relations: own, ...statement }) => ({
					...statement,
					source: source && { file: pathFrom(root, source.file), line: source.line, column: source.column },
					relations: own.map(plainRelation),
				})),
			})),
	});

const plainRelation = ({ name, kind, lock, blocks, rewrite, scan, indexBuild, reasons }: RelationFacts): object => ({
	name,
	kind,
	lock,
	blocks,
	rewrite,
	scan,
	indexBuild,
	reasons,
});
