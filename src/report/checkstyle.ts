import { append } from '../core/keys.ts';
import type { Finding } from '../review/finding.ts';
import type { Format } from './format.ts';
import { pathFrom, placeOf } from './place.ts';
import { explanation } from './summary.ts';
import { type Element, xmlText } from './xml.ts';

/** The report of Checkstyle, which many servers read. Findings stand below the file that has to change. */
export const checkstyle: Format = ({ findings }, { root }) => {
	const byFile = new Map<string, Finding[]>();
	for (const finding of findings) append(byFile, pathFrom(root, placeOf(finding).file), finding);
	const files = [...byFile].map(([name, found]) => ({
		name: 'file',
		attributes: { name },
		content: found.map(errorOf),
	}));
	return xmlText({ name: 'checkstyle', attributes: { version: '4.3' }, content: files });
};

function errorOf(finding: Finding): Element {
	const { line, column } = placeOf(finding);
	const { severity, rule } = finding;
	const attributes = { line, column, severity, message: explanation(finding), source: `gen-sql.${rule}` };
	return { name: 'error', attributes };
}
