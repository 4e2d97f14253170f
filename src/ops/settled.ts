/** Marks an operation whose names are settled: the naming convention would complete them twice. */
export const SETTLED = Symbol('settled');
