/**
 * Operations that a project adds with `registerOperation()`, for TypeScript to know them.
 *
 * @example
 * declare module 'gen-sql' {
 *   interface CustomOperations {
 *     createView(name: string, query: string): void;
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: projects fill it.
export interface CustomOperations {}
