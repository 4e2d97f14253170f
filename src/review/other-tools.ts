import { keysOf } from '../core/keys.ts';
import type { RuleId } from './rules/index.ts';

/** The tools that people come from. */
export const TOOLS = {
	squawk: 'squawk',
	eugene: 'eugene',
	strongMigrations: 'strong_migrations',
	atlas: 'Atlas',
} as const;

/** What each tool calls what a rule finds: the names of its checks. */
type Names = Readonly<Partial<Record<keyof typeof TOOLS, readonly string[]>>>;

/**
 * The registry: one line per rule that another tool has, too. The page for those who come from there is made of it, and
 * the comments of squawk are read by it.
 */
export const otherTools: Readonly<Partial<Record<RuleId, Names>>> = {
	'add-check-scan': {
		squawk: ['constraint-missing-not-valid'],
		eugene: ['E1'],
		strongMigrations: ['add_check_constraint'],
		atlas: ['PG305'],
	},
	'add-column-auto-increment': { eugene: ['E11'], strongMigrations: ['add_column_auto_incrementing'] },
	'add-column-inline-check': { eugene: ['E1'] },
	'add-column-inline-foreign-key': { squawk: ['adding-foreign-key-constraint'], strongMigrations: ['add_reference'] },
	'add-column-inline-unique': {
		squawk: ['disallowed-unique-constraint', 'adding-serial-primary-key-field'],
		atlas: ['PG104', 'PG105'],
	},
	'add-column-required': { squawk: ['adding-required-field'], atlas: ['MF103'] },
	'add-column-stored-generated': {
		squawk: ['adding-field-with-default'],
		eugene: ['E11'],
		strongMigrations: ['add_column_generated_stored'],
	},
	'add-column-unknown-default': { squawk: ['adding-field-with-default'] },
	'add-column-volatile-default': {
		squawk: ['adding-field-with-default'],
		strongMigrations: ['add_column_default', 'add_column_default_callable'],
		atlas: ['PG302'],
	},
	'add-exclusion-constraint': { eugene: ['E8'], strongMigrations: ['add_exclusion_constraint'] },
	'add-foreign-key-scan': {
		squawk: ['adding-foreign-key-constraint', 'constraint-missing-not-valid'],
		eugene: ['E1'],
		strongMigrations: ['add_foreign_key'],
	},
	'add-primary-key-builds-index': { squawk: ['adding-serial-primary-key-field'], eugene: ['E7'], atlas: ['PG104'] },
	'add-unique-builds-index': {
		squawk: ['disallowed-unique-constraint'],
		eugene: ['E7'],
		strongMigrations: ['add_unique_constraint'],
		atlas: ['PG105'],
	},
	'alter-column-type-narrowing': { squawk: ['changing-column-type'], strongMigrations: ['change_column'] },
	'alter-column-type-rewrite': {
		squawk: ['changing-column-type'],
		eugene: ['E5', 'E10'],
		strongMigrations: ['change_column'],
		atlas: ['PG301'],
	},
	'alter-column-type-unknown': {
		squawk: ['changing-column-type'],
		eugene: ['E5'],
		strongMigrations: ['change_column'],
	},
	'change-default': { strongMigrations: ['change_column_default'] },
	'char-type': { squawk: ['ban-char-field'] },
	'cluster-rewrite': { squawk: ['prefer-repack'] },
	'create-enum': { eugene: ['W13'] },
	'create-index-blocking': {
		squawk: ['require-concurrent-index-creation'],
		eugene: ['E6'],
		strongMigrations: ['add_index'],
		atlas: ['PG101'],
	},
	'dml-while-holding-lock': { eugene: ['E4'] },
	'drop-column': { squawk: ['ban-drop-column'], strongMigrations: ['remove_column'], atlas: ['DS103'] },
	'drop-database': { squawk: ['ban-drop-database'] },
	'drop-foreign-key': { atlas: ['CD101'] },
	'drop-index-blocking': {
		squawk: ['require-concurrent-index-deletion'],
		strongMigrations: ['remove_index'],
		atlas: ['PG102'],
	},
	'drop-not-null': { squawk: ['ban-drop-not-null'] },
	'drop-schema': { atlas: ['DS101'] },
	'drop-table': { squawk: ['ban-drop-table'], strongMigrations: ['create_table'], atlas: ['DS102'] },
	'json-type': { eugene: ['E3'], strongMigrations: ['add_column_json'] },
	'missing-lock-timeout': { squawk: ['require-lock-timeout', 'require-timeout-settings'], eugene: ['E9'] },
	'not-in-transaction': { squawk: ['ban-concurrent-index-creation-in-transaction'], atlas: ['PG103'] },
	'prefer-bigint': { squawk: ['prefer-bigint-over-int', 'prefer-big-int'] },
	'prefer-identity': { squawk: ['prefer-identity'] },
	'prefer-timestamptz': { squawk: ['prefer-timestamp-tz', 'prefer-timestamptz'] },
	'reindex-blocking': { squawk: ['require-concurrent-reindex'] },
	'rename-column': { squawk: ['renaming-column'], strongMigrations: ['rename_column'], atlas: ['BC102'] },
	'rename-enum-value': { strongMigrations: ['rename_enum_value'] },
	'rename-schema': { strongMigrations: ['rename_schema'] },
	'rename-table': { squawk: ['renaming-table'], strongMigrations: ['rename_table'], atlas: ['BC101'] },
	'set-not-null-scan': {
		squawk: ['adding-not-nullable-field'],
		eugene: ['E2'],
		strongMigrations: ['change_column_null_postgresql', 'change_column_with_not_null'],
		atlas: ['PG303'],
	},
	'syntax-error': { squawk: ['syntax-error'] },
	'transaction-nesting': { squawk: ['transaction-nesting'] },
	'truncate-cascade': { squawk: ['ban-truncate-cascade'] },
	'uncommitted-transaction': { squawk: ['ban-uncommitted-transaction'] },
	'unused-suppression': { squawk: ['unused-ignore'] },
	'update-without-where': { strongMigrations: ['change_column_null'] },
	'vacuum-full-rewrite': { squawk: ['prefer-repack'] },
	'validate-in-same-transaction': {
		squawk: ['constraint-missing-not-valid'],
		strongMigrations: ['validate_check_constraint', 'validate_foreign_key'],
	},
};

/** Rules of squawk that no rule here stands for. */
const ONLY_SQUAWK = [
	'ban-alter-domain-with-add-constraint',
	'ban-create-domain-with-constraint',
	'ban-duplicate-column-assignments',
	'identifier-too-long',
	'prefer-bigint-over-smallint',
	'prefer-robust-stmts',
	'prefer-text-field',
	'require-concurrent-partition-detach',
	'require-enum-value-ordering',
	'require-statement-timeout',
	'require-table-schema',
];

/** The rules that stand for one of squawk; none when there is none. */
export const rulesOfSquawk = (name: string): readonly RuleId[] =>
	keysOf(otherTools).filter((id) => otherTools[id]?.squawk?.includes(name));

/** The names of all rules of squawk. */
export const squawkRules: readonly string[] = [
	...new Set([...Object.values(otherTools).flatMap(({ squawk = [] }) => squawk), ...ONLY_SQUAWK]),
].sort();
