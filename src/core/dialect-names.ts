/**
 * The dialects that gen-sql renders, by SQLAlchemy's names; the registry in `dialects/` has one entry for each. What is
 * nested under the name of one of them is an option that gen-sql knows, or a mistake.
 */
export const RENDERED_DIALECTS = ['mysql', 'postgresql', 'sqlite'] as const;

/** The dialect of a project, or of a recording, that names none. */
export const DEFAULT_DIALECT: (typeof RENDERED_DIALECTS)[number] = 'postgresql';

/** SQLAlchemy's names of other dialects; what is nested under them is passed over. */
export const OTHER_DIALECTS = ['mariadb', 'mssql', 'oracle'] as const;

/** All names that options and types of one dialect nest under. */
export const DIALECT_NAMES = [...RENDERED_DIALECTS, ...OTHER_DIALECTS] as const;

/** A name that options and types of one dialect nest under, whether or not gen-sql renders the dialect. */
export type DialectName = (typeof DIALECT_NAMES)[number];
