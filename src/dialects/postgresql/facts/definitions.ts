import type { Node } from '../../../sql/parse-postgresql.ts';
import { optionsOf, valueText } from '../catalog/trees.ts';

/** Whether an option is there and says yes, in one of the spellings of a boolean; without a value it does. */
export function isOn(options: readonly Node[] | undefined, name: string): boolean {
	const found = optionsOf(options);
	return found.has(name) && isYes(found.get(name));
}

/** Whether an option is there and says no. */
export function isOff(options: readonly Node[] | undefined, name: string): boolean {
	const found = optionsOf(options);
	return found.has(name) && !isYes(found.get(name));
}

const isYes = (value: Node | undefined): boolean => !isNo(valueText(value));

/** Whether a text is one of the spellings of false. */
export const isNo = (text: string): boolean => /^(?:false|off|no|0)$/i.test(text);
