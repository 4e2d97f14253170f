import type { Spelling } from '../dialect.ts';
import { spellExpression, spellText } from '../standard/expression.ts';
import { lexis } from './lexis.ts';
import { spellValue } from './literals.ts';
import { name, qualified } from './names.ts';
import { resolveType, spellType } from './types.ts';

export const spelling: Spelling = {
	dialect: 'postgresql',
	lexis,
	name,
	qualified,
	resolveType,
	type: spellType,
	value: (value, type) => spellValue(value, type && resolveType(type), spelling.expression),
	text: (fragment) => spellText(fragment, spelling),
	expression: (fragment) => spellExpression(fragment, spelling),
};
