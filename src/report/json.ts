import type { Finding } from '../review/finding.ts';
import type { Format } from './format.ts';
import { jsonText } from './json-text.ts';
import { pathFrom } from './place.ts';

/** For programs. `version` changes when a field is renamed or goes, not when one is added. */
export const json: Format = ({ findings, waived = [], passedOver }, { root }) =>
	jsonText({
		version: 1,
		findings: findings.map((finding) => shownFinding(finding, root)),
		waived: waived.map((finding) => ({ ...shownFinding(finding, root), reason: finding.reason })),
		passedOver,
	});

const shownFinding = (
	{ rule, severity, message, why, instead, sql, source, revision, fingerprint }: Finding,
	root: string,
) => ({
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
