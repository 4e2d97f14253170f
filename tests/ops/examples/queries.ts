export const hasTable = (name: string): string => `SELECT to_regclass('${name}') IS NOT NULL AS value`;
export const constraint = (name: string): string =>
	`SELECT pg_get_constraintdef(oid) AS value FROM pg_constraint WHERE conname = '${name}'`;
export const indexDefinition = (name: string): string => `SELECT pg_get_indexdef('${name}'::regclass) AS value`;
export const ofColumn = (expression: string, name: string): string =>
	`SELECT ${expression} AS value FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
	WHERE a.attrelid = '"user"'::regclass AND a.attname = '${name}'`;
