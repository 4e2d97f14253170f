/** SQLAlchemy's names of the dialects that gen-sql has no options for yet; they nest under the dialect's name. */
export const OTHER_DIALECTS = ['mysql', 'mariadb', 'sqlite', 'mssql', 'oracle'] as const;

/** All names that options and types of one dialect nest under. */
export const DIALECT_NAMES = ['postgresql', ...OTHER_DIALECTS] as const;

/** A name that options and types of one dialect nest under, whether or not gen-sql renders the dialect. */
export type DialectName = (typeof DIALECT_NAMES)[number];
