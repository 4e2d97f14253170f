import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The tokens of a module, white space and comments too. Loaded when a module is not in the cache, or a position is asked for. */
export const tokensOf = (source: string) => (require('js-tokens') as typeof import('js-tokens'))(source);
