import type { Spelling } from '../dialect.ts';
import { spellExpression, spellText } from '../standard/expression.ts';
import { spellValue } from './literals.ts';
import { name, qualified } from './names.ts';
import { spellType } from './types.ts';

export const spelling: Spelling = {
	name,
	qualified,
	type: spellType,
	value: (value, type) => spellValue(value, type, spelling.expression),
	text: (fragment) => spellText(fragment, spelling),
	expression: (fragment) => spellExpression(fragment, spelling),
};
