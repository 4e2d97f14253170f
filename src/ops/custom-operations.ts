/**
 * Operations that a project adds with `registerOperation()`, for TypeScript to know them.
 *
 * @example
 * declare module 'gen-sql' {
 *   interface CustomOperations {
 *     createArchive(table: string): void;
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: projects fill it.
export interface CustomOperations {}
