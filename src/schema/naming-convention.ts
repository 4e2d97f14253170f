import { GenSqlError } from '../core/error.ts';
import { keysOf } from '../core/keys.ts';
import { describe, type QualifiedName } from '../core/names.ts';
import { didYouMean } from '../core/suggest.ts';
import type { CheckConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint } from './constraints.ts';
import type { Index } from './index-element.ts';

/** What a naming convention has templates for. */
export type NamedElement = CheckConstraint | ForeignKeyConstraint | Index | PrimaryKeyConstraint | UniqueConstraint;

/** A token of the project's own: what it stands for in the name of one constraint or index. */
export type NamingToken = (element: NamedElement, table: QualifiedName) => string;

/**
 * Templates for the names of constraints and indexes that were given none, with the tokens of SQLAlchemy.
 *
 * A template with `%(constraint_name)s` completes given names too, unless `op.f()` marks them as final.
 *
 * @see https://docs.sqlalchemy.org/en/20/core/constraints.html#configuring-constraint-naming-conventions
 *
 * @example
 * { uq: 'uq_%(table_name)s_%(column_0_N_name)s', ck: 'ck_%(table_name)s_%(constraint_name)s', pk: 'pk_%(table_name)s' }
 */
export interface NamingConvention {
	/** Indexes. Default `ix_%(column_0_label)s`. */
	readonly ix?: string;
	/** Unique constraints. */
	readonly uq?: string;
	/** Checks. */
	readonly ck?: string;
	/** Foreign keys. */
	readonly fk?: string;
	/** Primary keys. */
	readonly pk?: string;
	/** Any other key is a token. */
	readonly [token: string]: string | NamingToken | undefined;
}

/** The kind of element that each target is for. */
const TARGETS = { ix: 'index', uq: 'unique', ck: 'check', fk: 'foreignKey', pk: 'primaryKey' } as const;

type Target = keyof typeof TARGETS;

const DEFAULT_CONVENTION = { ix: 'ix_%(column_0_label)s' } as const satisfies NamingConvention;

/** What stands in a template for a word that each name has of its own. */
export type Token = { readonly text: string } & (
	| { readonly kind: 'tableName' | 'constraintName' | 'referredTableName' }
	| { readonly kind: 'own'; readonly word: NamingToken }
	| {
			readonly kind: 'columns';
			/** Whether it stands for columns that a foreign key refers to. */
			readonly referred: boolean;
			/** The place of the one column; undefined for all of them. */
			readonly index: number | undefined;
			/** What stands between all of them. */
			readonly separator: string;
			/** A label is a column with its table and schema. */
			readonly form: 'name' | 'label';
	  }
);

/** A template as its literal parts and tokens, in order. */
export interface NameTemplate {
	readonly parts: readonly (string | Token)[];
	/** Whether it completes given names, too. */
	readonly completes: boolean;
}

/** A naming convention that has been checked, with the default one beneath it: a template by kind of element. */
export type Naming = { readonly index: NameTemplate } & {
	readonly [Kind in NamedElement['kind']]?: NameTemplate;
};

const NONE: NamingConvention = {};

const namings = new WeakMap<NamingConvention, Naming>();

/** As `parseNaming`; a convention is read once, since thousands of revisions are recorded with it. */
export function namingOf(convention: NamingConvention = NONE): Naming {
	const naming = namings.get(convention) ?? parseNaming(convention);
	namings.set(convention, naming);
	return naming;
}

/**
 * Check a naming convention. `undefined` is the same as leaving a key out.
 *
 * @throws {GenSqlError} CONFIG_INVALID when it has a target that does not exist, or a template with such a token.
 */
export function parseNaming(convention: NamingConvention): Naming {
	const given = Object.entries(convention).filter(([, value]) => value !== undefined);
	const own = new Map<string, NamingToken>();
	const templates = new Map<Target, unknown>(Object.entries(DEFAULT_CONVENTION) as [Target, string][]);
	for (const [key, value] of given) {
		const target = keysOf(TARGETS).find((known) => known === key);
		if (target) templates.set(target, value);
		else if (typeof value === 'function') own.set(key, value);
		else throw invalid(`namingConvention has no target "${key}"`, targetHint(key, value));
	}
	return Object.fromEntries(
		[...templates].map(([target, template]) => [TARGETS[target], parseTemplate(target, template, own)]),
	) as unknown as Naming;
}

const targetHint = (key: string, value: unknown): string =>
	typeof value === 'string'
		? didYouMean(key, keysOf(TARGETS), 'targets')
		: `targets: ${keysOf(TARGETS).join(', ')}; a token of your own is a function`;

type OwnTokens = ReadonlyMap<string, NamingToken>;

function parseTemplate(target: Target, template: unknown, own: OwnTokens): NameTemplate {
	if (typeof template !== 'string' || template === '') {
		throw invalid(`namingConvention.${target} must be a template, got ${describe(template)}`);
	}
	// Every second piece is a token, or two percent signs that stand for one.
	const pieces = template.split(/(%\([^)]*\)s|%%)/);
	const parts = pieces.map((piece, place) => {
		if (place % 2 === 1) return piece === '%%' ? '%' : parseToken(target, piece.slice(2, -2), own);
		if (!piece.includes('%')) return piece;
		throw invalid(
			`namingConvention.${target} has a "%" that begins no token: ${template}`,
			'a token is written %(table_name)s, the character itself %%',
		);
	});
	return { parts, completes: parts.some((part) => typeof part !== 'string' && part.kind === 'constraintName') };
}

const SIMPLE = {
	table_name: 'tableName',
	constraint_name: 'constraintName',
	referred_table_name: 'referredTableName',
} as const;

/** One column, or all of them. */
const COLUMNS = /^(?<referred>referred_)?column_(?:(?<index>\d+)|0(?<all>_?N))_(?<form>name|key|label)$/;

/** The tokens that a hint lists. */
const TOKENS = [
	...keysOf(SIMPLE),
	...['name', 'key', 'label'].flatMap((form) => ['0', '0N', '0_N'].map((columns) => `column_${columns}_${form}`)),
	...['0', '0N', '0_N'].map((columns) => `referred_column_${columns}_name`),
];

function parseToken(target: Target, text: string, own: OwnTokens): Token {
	const word = own.get(text);
	const token: Token | undefined = word ? { text, kind: 'own', word } : (simpleToken(text) ?? columnsToken(text));
	const refers = token?.kind === 'referredTableName' || (token?.kind === 'columns' && token.referred);
	if (token && (target === 'fk' || !refers)) return token;
	const known = [...TOKENS.filter((name) => target === 'fk' || !name.startsWith('referred_')), ...own.keys()];
	throw invalid(
		`namingConvention.${target} has the token "${text}", which does not exist`,
		refers ? 'foreign keys alone refer to something' : didYouMean(text, known, 'tokens'),
	);
}

function simpleToken(text: string): Token | undefined {
	const name = keysOf(SIMPLE).find((known) => known === text);
	return name && { text, kind: SIMPLE[name] };
}

function columnsToken(text: string): Token | undefined {
	const { referred, index, all, form } = COLUMNS.exec(text)?.groups ?? {};
	// Of the columns that are referred to SQLAlchemy knows the names alone.
	if (form === undefined || (referred !== undefined && form !== 'name')) return undefined;
	return {
		text,
		kind: 'columns',
		referred: referred !== undefined,
		index: index === undefined ? undefined : Number(index),
		separator: all === '_N' ? '_' : '',
		// The key of a column is its name in Python, which is its name here.
		form: form === 'label' ? 'label' : 'name',
	};
}

const invalid = (message: string, hint?: string): GenSqlError => new GenSqlError('CONFIG_INVALID', message, { hint });
