import { against } from './against.ts';
import type { Check } from './check.ts';
import { heads } from './heads.ts';
import { out } from './out.ts';
import { releases } from './releases.ts';
import { rendering } from './rendering.ts';

/** What is looked for in a project whose graph is sound, in the order in which problems are told. */
export const checks: readonly Check[] = [heads, against, rendering, out, releases];
