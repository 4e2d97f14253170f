import { keysOf } from '../core/keys.ts';
import { didYouMean } from '../core/suggest.ts';
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
	'add-primary-key-nullable': { eugene: ['W14'], atlas: ['PG304'] },
	'add-unique-builds-index': {
		squawk: ['disallowed-unique-constraint'],
		eugene: ['E7'],
		strongMigrations: ['add_unique_constraint'],
		atlas: ['PG105'],
	},
	'alter-column-type-breaks-clients': { squawk: ['changing-column-type'] },
	'alter-column-type-narrowing': { squawk: ['changing-column-type'], strongMigrations: ['change_column'] },
	'alter-column-type-recheck': { strongMigrations: ['change_column_constraint'] },
	'alter-column-type-reindex': { strongMigrations: ['change_column'], atlas: ['PG301'] },
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
	'alter-domain-scan': { squawk: ['ban-alter-domain-with-add-constraint'] },
	'change-default': { strongMigrations: ['change_column_default'] },
	'char-type': { squawk: ['ban-char-field'] },
	'cluster-rewrite': { squawk: ['prefer-repack'] },
	'column-alignment': { atlas: ['PG110'] },
	'create-domain-constraint': { squawk: ['ban-create-domain-with-constraint'] },
	'create-enum': { eugene: ['W13'] },
	'create-index-blocking': {
		squawk: ['require-concurrent-index-creation'],
		eugene: ['E6'],
		strongMigrations: ['add_index'],
		atlas: ['PG101'],
	},
	'create-trigger-blocks-writes': { eugene: ['E9'] },
	'detach-partition-blocking': { squawk: ['require-concurrent-partition-detach'] },
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
	'duplicate-column': { squawk: ['ban-duplicate-column-assignments'] },
	'enum-value-position': { squawk: ['require-enum-value-ordering'] },
	'foreign-key-without-index': { eugene: ['E15'] },
	'identifier-too-long': { squawk: ['identifier-too-long'] },
	'index-corruption-version': { strongMigrations: ['add_index_corruption'] },
	'json-type': { eugene: ['E3'], strongMigrations: ['add_column_json'] },
	'missing-lock-timeout': { squawk: ['require-lock-timeout', 'require-timeout-settings'], eugene: ['E9'] },
	'missing-statement-timeout': { squawk: ['require-statement-timeout', 'require-timeout-settings'] },
	'multiple-alter-table': { eugene: ['W12'] },
	'naming-convention': { atlas: ['NM101', 'NM102', 'NM103', 'NM104', 'NM105', 'NM106'] },
	'not-idempotent': { squawk: ['prefer-robust-stmts'] },
	'not-in-transaction': { squawk: ['ban-concurrent-index-creation-in-transaction'], atlas: ['PG103'] },
	'not-null-may-fail': { atlas: ['MF104'] },
	'opaque-sql': { strongMigrations: ['execute'] },
	'prefer-bigint': { squawk: ['prefer-bigint-over-int', 'prefer-big-int'] },
	'prefer-bigint-over-smallint': { squawk: ['prefer-bigint-over-smallint'] },
	'prefer-identity': { squawk: ['prefer-identity'] },
	'prefer-text': { squawk: ['prefer-text-field'] },
	'prefer-timestamptz': { squawk: ['prefer-timestamp-tz'] },
	'reindex-blocking': { squawk: ['require-concurrent-reindex'] },
	'rename-column': { squawk: ['renaming-column'], strongMigrations: ['rename_column'], atlas: ['BC102'] },
	'rename-enum-value': { strongMigrations: ['rename_enum_value'] },
	'rename-schema': { strongMigrations: ['rename_schema'] },
	'rename-table': { squawk: ['renaming-table'], strongMigrations: ['rename_table'], atlas: ['BC101'] },
	'require-schema': { squawk: ['require-table-schema'] },
	'rewrite-while-holding-lock': { eugene: ['E10'] },
	'set-not-null-scan': {
		squawk: ['adding-not-nullable-field'],
		eugene: ['E2'],
		strongMigrations: ['change_column_null_postgresql', 'change_column_with_not_null'],
		atlas: ['PG303'],
	},
	'statement-while-holding-lock': { eugene: ['E4'] },
	'syntax-error': { squawk: ['syntax-error'] },
	'timeout-too-long': { strongMigrations: ['lock_timeout_limit'] },
	'transaction-nesting': { squawk: ['transaction-nesting'] },
	'truncate-cascade': { squawk: ['ban-truncate-cascade'] },
	'uncommitted-transaction': { squawk: ['ban-uncommitted-transaction'] },
	'unique-may-fail': { atlas: ['MF101'] },
	'unused-suppression': { squawk: ['unused-ignore'] },
	'update-without-where': { strongMigrations: ['change_column_null'] },
	'vacuum-full-rewrite': { squawk: ['prefer-repack'] },
	'validate-in-same-transaction': {
		squawk: ['constraint-missing-not-valid'],
		strongMigrations: ['validate_check_constraint', 'validate_foreign_key'],
	},
	'validate-under-stronger-lock': { strongMigrations: ['validate_check_constraint', 'validate_foreign_key'] },
	'wide-index': { strongMigrations: ['add_index_columns'] },
};

/** The rules that stand for one of squawk; none when there is none. */
export const rulesOfSquawk = (name: string): readonly RuleId[] =>
	keysOf(otherTools).filter((id) => otherTools[id]?.squawk?.includes(name));

/** The names of all rules of squawk. */
export const squawkRules: readonly string[] = [
	...new Set(Object.values(otherTools).flatMap(({ squawk = [] }) => squawk)),
].sort();

/** What to do about a name that no rule has: another tool may have it, or it may be misspelled. */
export function hintForRule(name: string, known: readonly string[]): string {
	for (const tool of keysOf(TOOLS)) {
		const ids = keysOf(otherTools).filter((id) => otherTools[id]?.[tool]?.includes(name));
		if (ids.length > 0) return `it is what ${TOOLS[tool]} calls ${ids.join(', ')}`;
	}
	return didYouMean(name, known);
}
