export const hasTable = (name: string): string => `SELECT to_regclass('${name}') IS NOT NULL AS value`;
export const constraint = (name: string): string =>
	`SELECT pg_get_constraintdef(oid) AS value FROM pg_constraint WHERE conname = '${name}'`;
export const indexDefinition = (name: string): string => `SELECT pg_get_indexdef('${name}'::regclass) AS value`;
export const ofColumn = (expression: string, name: string): string =>
	`SELECT ${expression} AS value FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	WHERE a.attrelid = '"user"'::regclass AND a.attname = '${name}'`;
export const hasSchema = (name: string): string => `SELECT to_regnamespace('"${name}"') IS NOT NULL AS value`;
/** The owner of an object, by the columns of its catalog that hold the owner and the name. */
export const ownerOf = (catalog: string, owner: string, column: string, name: string): string =>
	`SELECT pg_get_userbyid(${owner})::text AS value FROM ${catalog} WHERE ${column} = '${name}'`;
