import { lazily } from '../core/chunks.ts';
import type { Finding, Severity } from '../review/finding.ts';
import type { FormatInParts } from './format.ts';
import { jsonParts } from './json-text.ts';
import { pathFrom, placeOf } from './place.ts';
import { explanation, shown } from './summary.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>;

/**
 * A code quality report of GitLab.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: FormatInParts = ({ findings }, { root }) => {
	const fingerprints = uniqueFingerprints(findings);
	const issues = lazily(findings, (finding, index) => {
		const { file, line } = placeOf(finding);
		return {
			description: explanation(finding),
			check_name: shown(finding.rule),
			fingerprint: fingerprints[index],
			severity: SEVERITIES[finding.severity],
			location: { path: shown(pathFrom(root, file)), lines: { begin: line } },
		};
	});
	return jsonParts(issues);
};

/** GitLab shows one issue of those with the same fingerprint: the second of them gets a number, and so on. */
function uniqueFingerprints(findings: readonly Finding[]): readonly string[] {
	const own = new Set(findings.map(({ fingerprint }) => fingerprint));
	const times = new Map<string, number>();
	return findings.map(({ fingerprint }) => {
		let time = (times.get(fingerprint) ?? 0) + 1;
		while (time > 1 && own.has(`${fingerprint}-${time}`)) time++;
		times.set(fingerprint, time);
		return time === 1 ? fingerprint : `${fingerprint}-${time}`;
	});
}
