import { oneLine } from '../core/text.ts';
import type { Finding, Place, WaivedFinding } from '../review/finding.ts';
import { byScript, type Script } from './by-script.ts';
import type { Format, ReportContext } from './format.ts';
import { pathFrom } from './place.ts';
import { allowance, bySeverity, countsOf, explanation, fails, sentence } from './summary.ts';
import { type Element, xmlText } from './xml.ts';

/**
 * A test report of JUnit: a case for each script that was reviewed. It has failed when something was found that makes
 * the command fail; all else that was found is its output.
 */
export const junit: Format = (review, context) => {
	const scripts = byScript(review);
	const { waived = [] } = review;
	const failures = scripts.filter(({ findings }) => failing(findings, context).length > 0).length;
	const attributes = { name: 'gen-sql review', tests: scripts.length, failures, errors: 0, skipped: 0, time: 0 };
	const cases = scripts.map((script) => {
		const own = waived.filter(({ sql, revision }) => sql.file === script.file && revision === script.revision);
		return caseOf(script, own, context);
	});
	return xmlText({
		name: 'testsuites',
		attributes,
		content: [{ name: 'testsuite', attributes, content: cases }],
	});
};

const failing = (findings: readonly Finding[], { failOn }: ReportContext): readonly Finding[] =>
	bySeverity(findings).filter(({ severity }) => fails(severity, failOn));

function caseOf(
	{ file, revision, title, findings }: Script,
	waived: readonly WaivedFinding[],
	context: ReportContext,
): Element {
	const path = pathFrom(context.root, file);
	const name = revision === undefined ? path : `${path} (${[revision, title].filter(Boolean).join(' ')})`;
	const attributes = { classname: 'gen-sql.review', name: oneLine(name), file: path, time: 0 };
	const failures = failing(findings, context);
	const others = bySeverity(findings).filter(({ severity }) => !fails(severity, context.failOn));
	const allowed = waived.map((finding) => `allowed: ${finding.rule}: ${allowance(finding)}`);
	const output = [blocks(others, context), allowed.join('\n')].filter(Boolean).join('\n\n');
	return {
		name: 'testcase',
		attributes,
		content: [
			...failures.slice(0, 1).map((first) => failureOf(first, failures, context)),
			...(output === '' ? [] : [{ name: 'system-out', content: output }]),
		],
	};
}

/** Most readers take the first failure of a case alone. */
const failureOf = ({ rule, message }: Finding, failures: readonly Finding[], context: ReportContext): Element => ({
	name: 'failure',
	attributes: { message: `${countsOf(failures)}: ${sentence(message)}`, type: rule },
	content: blocks(failures, context),
});

const blocks = (findings: readonly Finding[], { root }: ReportContext): string =>
	findings.map((finding) => blockOf(finding, root)).join('\n\n');

/** What there is to say of a finding, line by line. */
function blockOf(finding: Finding, root: string): string {
	const { severity, rule, source, sql, statement, instead } = finding;
	const at = ({ file, line, column }: Place): string => `${pathFrom(root, file)}:${line}:${column}`;
	return [
		`${severity}: ${rule}`,
		...(source ? [at(source)] : []),
		at(sql),
		explanation(finding),
		statement,
		...(instead === undefined ? [] : ['Instead:', instead]),
	].join('\n');
}
