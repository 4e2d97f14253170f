/**
 * What a project expects of `-x key=value`, for TypeScript to know it. Any of them may be missing, and the values are
 * those that were typed: the configuration is the place to check them.
 *
 * @example
 * declare module 'gen-sql' {
 *   interface XArguments {
 *     tenant: string;
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: projects fill it.
export interface XArguments {}
