import type { Node } from '../../../sql/parse-postgresql.ts';
import { collationOf, columnDefinition } from './column-definition.ts';
import { attributesOf, newConstraint } from './constraints.ts';
import type { DomainDefinition, EnumDefinition, StoredType } from './definitions.ts';
import type { Constraint } from './model.ts';
import { constraintName, createdName } from './names.ts';
import { Refused, refuse, type State } from './state.ts';
import { listedName, type NodeOf, nodeOf, nodesOf, optionsOf, rangeName, stringsOf } from './trees.ts';
import { plainType, resolveType } from './type-names.ts';

type Nodes = readonly Node[] | undefined;

function add(state: State, type: StoredType): void {
	const old = state.type(type);
	if (state.isTaken(type) || (old && old.kind !== 'base')) refuse('the name is taken');
	state.putType(type);
}

export const createEnum = (state: State, { typeName, vals }: NodeOf<'CreateEnumStmt'>): void =>
	add(state, { kind: 'enum', ...createdName(state, listedName(typeName)), labels: stringsOf(vals) });

export function alterEnum(state: State, statement: NodeOf<'AlterEnumStmt'>): void {
	const type = state.type(listedName(statement.typeName));
	if (type?.kind !== 'enum') return;
	// The grammar leaves an empty label out, and says of a new one without a neighbour that it comes after.
	const isNew = statement.newValNeighbor !== undefined || statement.newValIsAfter;
	const { oldVal: from = '', newVal: to = '' } = statement;
	if (type.labels.includes(to)) {
		if (!statement.skipIfNewValExists) refuse('the label is there');
		return;
	}
	const labels = isNew ? withLabel(type, statement) : type.labels.map((each) => (each === from ? to : each));
	state.putType({ ...type, labels }, type);
}

function withLabel({ labels }: EnumDefinition, statement: NodeOf<'AlterEnumStmt'>): readonly string[] {
	const { newVal = '', newValNeighbor: neighbour, newValIsAfter: isAfter } = statement;
	if (neighbour === undefined) return [...labels, newVal];
	const at = labels.indexOf(neighbour);
	return at === -1 ? refuse('no such label') : labels.toSpliced(isAfter ? at + 1 : at, 0, newVal);
}

export function createRange(state: State, { typeName, params }: NodeOf<'CreateRangeStmt'>): void {
	const options = optionsOf(params);
	const subtype = nodeOf(options.get('subtype'), 'TypeName');
	add(state, {
		kind: 'range',
		...createdName(state, listedName(typeName)),
		subtype: subtype && resolveType(state, subtype),
	});
}

/** `CREATE TYPE` of a base type or a shell. Aggregates and operators are no types. */
export function defineType(state: State, { kind, defnames }: NodeOf<'DefineStmt'>): void {
	if (kind === 'OBJECT_TYPE') add(state, { kind: 'base', ...createdName(state, listedName(defnames)) });
}

export function createComposite(state: State, { typevar, coldeflist }: NodeOf<'CompositeTypeStmt'>): void {
	if (!typevar) return;
	const columns = nodesOf(coldeflist, 'ColumnDef').map((def) => columnDefinition(state, def).column);
	const name = createdName(state, rangeName(typevar));
	if (state.type(name)) refuse('the name is taken');
	state.create(name, { kind: 'composite type', columns });
}

export function createDomain(state: State, statement: NodeOf<'CreateDomainStmt'>): void {
	const name = createdName(state, listedName(statement.domainname));
	const base = statement.typeName && resolveType(state, statement.typeName);
	const bare: DomainDefinition = {
		kind: 'domain',
		...name,
		base: base ?? plainType('text'),
		notNull: false,
		default: undefined,
		collation: collationOf(statement.collClause?.collname),
		constraints: [],
	};
	add(state, bare);
	for (const constraint of nodesOf(statement.constraints, 'Constraint')) addToDomain(state, name, constraint, true);
}

function domainOf(state: State, names: Nodes): DomainDefinition | undefined {
	const type = state.type(listedName(names));
	return type?.kind === 'domain' ? type : undefined;
}

function addToDomain(
	state: State,
	name: Parameters<State['type']>[0],
	node: NodeOf<'Constraint'>,
	isNew: boolean,
): void {
	const domain = state.type(name);
	if (domain?.kind !== 'domain') return;
	if (node.contype === 'CONSTR_DEFAULT') state.putType({ ...domain, default: node.raw_expr }, domain);
	const constraint = domainConstraint(state, domain, node, isNew);
	if (!constraint || (constraint.kind === 'not null' && domain.notNull)) return;
	if (domain.constraints.some((each) => each.name === constraint.name)) refuse('a constraint of this name is there');
	const notNull = domain.notNull || constraint.kind === 'not null';
	state.putType({ ...domain, notNull, constraints: [...domain.constraints, constraint] }, domain);
}

function domainConstraint(
	state: State,
	domain: DomainDefinition,
	node: NodeOf<'Constraint'>,
	isNew: boolean,
): Constraint | undefined {
	if (node.contype === 'CONSTR_CHECK') {
		const name = node.conname ?? constraintName(state, domain, '', 'check');
		return newConstraint('check', name, { ...attributesOf(node, isNew), expression: node.raw_expr });
	}
	if (node.contype !== 'CONSTR_NOTNULL') return undefined;
	return newConstraint('not null', node.conname ?? constraintName(state, domain, '', 'not_null'), {});
}

/** The letters of the grammar for what ALTER DOMAIN does. */
export function alterDomain(state: State, statement: NodeOf<'AlterDomainStmt'>): void {
	const domain = domainOf(state, statement.typeName);
	if (!domain) return;
	const { subtype, name = '', def } = statement;
	const put = (change: Partial<DomainDefinition>): void => state.putType({ ...domain, ...change }, domain);
	const notNull = { contype: 'CONSTR_NOTNULL' } as const;
	const node = nodeOf(def, 'Constraint');
	const actions: Readonly<Record<string, () => void>> = {
		T: () => put({ default: def }),
		N: () => put({ notNull: false, constraints: domain.constraints.filter(({ kind }) => kind !== 'not null') }),
		O: () => addToDomain(state, domain, notNull, false),
		C: () => node && addToDomain(state, domain, node, false),
		X: () => put(withoutConstraint(domain, name, statement.missing_ok)),
		V: () =>
			put({
				constraints: domain.constraints.map((each) => (each.name === name ? { ...each, isValidated: true } : each)),
			}),
	};
	actions[subtype ?? '']?.();
}

function withoutConstraint(
	domain: DomainDefinition,
	name: string,
	missingOk: boolean | undefined,
): Partial<DomainDefinition> {
	const gone = domain.constraints.find((each) => each.name === name);
	if (!gone && !missingOk) throw new Refused('no such constraint');
	return {
		notNull: domain.notNull && gone?.kind !== 'not null',
		constraints: domain.constraints.filter((each) => each !== gone),
	};
}
