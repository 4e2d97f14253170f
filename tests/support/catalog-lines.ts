import type { Catalog } from '../../src/dialects/postgresql/catalog/catalog.ts';
import type { TypeDefinition } from '../../src/dialects/postgresql/catalog/definitions.ts';
import type { Column, ColumnType, Constraint, Id, Relation } from '../../src/dialects/postgresql/catalog/model.ts';
import type { Major } from './postgres.ts';

const LETTERS: Readonly<Record<Relation['kind'], string>> = {
	table: 'r',
	'partitioned table': 'p',
	index: 'i',
	'partitioned index': 'I',
	view: 'v',
	'materialized view': 'm',
	sequence: 'S',
	'foreign table': 'f',
	'composite type': 'c',
};

const FIRING = { origin: 'O', disabled: 'D', always: 'A', replica: 'R' } as const;
const IDENTITY = { default: 'd', full: 'f', nothing: 'n', index: 'i' } as const;
const KINDS = {
	'primary key': 'p',
	unique: 'u',
	check: 'c',
	'foreign key': 'f',
	exclude: 'x',
	'not null': 'n',
} as const;
const STRATEGIES = { range: 'r', list: 'l', hash: 'h' } as const;

/** What a catalog holds, in the lines that `serverLines` gives of a database. */
export function catalogLines(catalog: Catalog, major: Major): readonly string[] {
	return new Lines(catalog, major).all().sort();
}

class Lines {
	readonly #catalog: Catalog;
	readonly #major: Major;

	constructor(catalog: Catalog, major: Major) {
		this.#catalog = catalog;
		this.#major = major;
	}

	all(): string[] {
		return [
			...this.#catalog.schemas.filter((name) => name !== 'public').map((name) => `schema ${name}`),
			...[...this.#catalog.relations()].flatMap((relation) => this.#relation(relation)),
			...[...this.#catalog.types()].flatMap((type) => this.#type(type)),
			...this.#catalog.allFunctions().map((found) => {
				const types = found.arguments.map(typeText).join(', ');
				return `function ${found.schema}.${found.name}(${types}) ${found.kind === 'aggregate' ? '' : `${found.language} ${found.volatility} strict=${found.isStrict}`}`;
			}),
		];
	}

	#name(id: Id | undefined): string {
		const found = id === undefined ? undefined : this.#catalog.get(id);
		return found ? nameOf(found) : '-';
	}

	#relation(relation: Relation): readonly string[] {
		const name = nameOf(relation);
		if (relation.index) return [this.#index(relation)];
		const parents = relation.parents.map((id) => this.#name(id));
		return [
			`relation ${LETTERS[relation.kind]} ${name} ${relation.persistence} parents=${parents.join()} ${this.#facts(relation)}`,
			...relation.columns.map((column) => `column ${name}.${column.name} ${this.#column(column, relation)}`),
			...relation.constraints
				.filter(({ kind }) => kind !== 'not null' || this.#major >= 18)
				.map((each) => `constraint ${name} ${this.#constraint(each)}`),
			...relation.triggers.map(
				(each) =>
					`trigger ${name} ${each.name} ${each.function.name} ${FIRING[each.firing]} inherited=${each.isInherited} columns=${[...each.columns].sort()} ${each.timing} row=${each.isForEachRow}`,
			),
			...relation.rules.map((each) => `rule ${name} ${each.name} ${FIRING[each.firing]} instead=${each.isInstead}`),
			...relation.policies.map(
				(each) =>
					`policy ${name} ${each.name} ${each.command} ${each.isPermissive} ${each.using !== undefined} ${each.withCheck !== undefined}`,
			),
			...relation.statistics.map(
				(each) =>
					`statistics ${each.schema}.${each.name} on ${name} (${[...each.columns].sort()}) ${each.expressions.length}`,
			),
			...(relation.view?.dependsOn ?? []).map(
				(each) => `reads ${name} ${this.#name(each.relation)} (${[...each.columns].sort()})`,
			),
		];
	}

	#facts(relation: Relation): string {
		const { sequence, partitioning, bound, replicaIdentity } = relation;
		const owner =
			sequence?.ownedBy &&
			`${this.#name(sequence.ownedBy.table)}.${sequence.ownedBy.column} ${sequence.ownedBy.isIdentity ? 'i' : 'a'}`;
		return [
			`sequence=${sequence ? `${sequence.type} of ${owner ?? '-'}` : '-'}`,
			`by=${partitioning ? `${STRATEGIES[partitioning.strategy]}(${partitioning.keys.map(({ column }) => column ?? '?')})` : '-'}`,
			`bound=${bound ? (bound.isDefault ? 'default' : 'rows') : '-'}`,
			`security=${relation.hasRowSecurity} ${relation.forcesRowSecurity}`,
			`identity=${IDENTITY[replicaIdentity.kind]}`,
			`type=${relation.ofType ? nameOf(relation.ofType) : '-'}`,
		].join(' ');
	}

	#column(column: Column, relation: Relation): string {
		const { type, generated, identity } = column;
		const isPartition = relation.bound !== undefined;
		return [
			type ? typeText(type) : '?',
			`notnull=${column.notNull}`,
			`default=${column.default !== undefined}`,
			`sequences=${column.sequences.map((id) => this.#name(id)).sort()}`,
			`generated=${generated ?? '-'}`,
			// Before PostgreSQL 17 partitions have no identity of their own.
			`identity=${(isPartition && this.#major < 17 ? undefined : identity) ?? '-'}`,
			`collation=${column.collation ?? '-'}`,
			`local=${column.isLocal} ${column.inheritCount}`,
			`storage=${column.storage ?? '-'} compression=${column.compression ?? '-'}`,
		].join(' ');
	}

	#constraint(each: Constraint): string {
		const { references } = each;
		const own = each.kind === 'check' ? [...each.columns].sort() : each.columns;
		const columns = each.kind === 'exclude' ? '' : own;
		return [
			`${each.name} ${KINDS[each.kind]} (${columns})`,
			`valid=${each.isValidated} enforced=${each.isEnforced} deferrable=${each.isDeferrable} ${each.isInitiallyDeferred}`,
			`local=${each.isLocal} ${each.inheritCount}`,
			`index=${this.#name(each.index)}`,
			`references=${references ? `${this.#name(references.table)}(${references.columns}) by ${this.#name(references.index)} ${references.onUpdate}/${references.onDelete}/${references.match}` : '-'}`,
		].join(' ');
	}

	#index(relation: Relation): string {
		const { index, parents } = relation;
		if (!index) return '';
		const keys = index.keys.map(
			(key) => `${key.column ?? '?'}${key.isDescending ? ' desc' : ''}${key.areNullsFirst ? ' first' : ''}`,
		);
		return [
			`index ${LETTERS[relation.kind]} ${nameOf(relation)} ${relation.persistence} on ${this.#name(index.table)} ${index.method} (${keys}) include (${index.include})`,
			`unique=${index.isUnique} primary=${index.isPrimary} exclusion=${index.isExclusion} nulls=${index.areNullsDistinct} immediate=${index.isImmediate}`,
			`valid=${index.isValid} clustered=${index.isClustered} where=${index.predicate !== undefined} constraint=${index.constraint ?? '-'} parents=${parents.map((id) => this.#name(id))}`,
		].join(' ');
	}

	#type(type: TypeDefinition): readonly string[] {
		const name = nameOf(type);
		if (type.kind === 'enum') return [`type e ${name} ${JSON.stringify(type.labels)}`];
		if (type.kind === 'range') return [`type r ${name}`];
		if (type.kind !== 'domain') return [];
		return [
			`type d ${name} ${typeText(type.base)} notnull=${type.notNull} default=${type.default !== undefined}`,
			...type.constraints
				.filter(({ kind }) => kind !== 'not null' || this.#major >= 18)
				.map((each) => `domain constraint ${name} ${each.name} ${KINDS[each.kind]} valid=${each.isValidated}`),
		];
	}
}

const nameOf = ({ schema, name }: { readonly schema: string; readonly name: string }): string => `${schema}.${name}`;

/** The name of the schema is left out of types that come with an extension, which the catalog does not know. */
const typeText = ({ schema, name, modifiers, arrayDimensions }: ColumnType): string =>
	`${schema === 'pg_catalog' || schema === undefined ? '' : `${schema}.`}${name}${modifiers.length > 0 ? `(${modifiers})` : ''}${arrayDimensions > 0 ? '[]' : ''}`;
