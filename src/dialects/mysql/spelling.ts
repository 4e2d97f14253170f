import { standardSpelling } from '../standard/spelling.ts';
import { lexis } from './lexis.ts';
import { spellValue } from './literals.ts';
import { name } from './names.ts';
import { spellType } from './types.ts';

export const spelling = standardSpelling({ dialect: 'mysql', lexis, name, type: spellType, value: spellValue });
