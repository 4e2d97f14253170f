import type { QualifiedName } from '../../core/names.ts';
import type { TableConstraint } from '../../schema/constraints.ts';
import { type Statement, statement } from '../../sql/statement.ts';
import { words } from '../../sql/words.ts';
import type { Compile, Spelling } from '../dialect.ts';
import { constraint } from './constraints.ts';
import { addUniqueOnline, validate, validatedLater } from './online.ts';

interface Added<Constraint extends TableConstraint> {
	readonly table: QualifiedName;
	readonly constraint: Constraint;
}

const add = ({ table, constraint: item }: Added<TableConstraint>, q: Spelling): readonly Statement[] => [
	statement(words('ALTER TABLE', q.qualified(table), 'ADD', constraint(item, q))),
];

export const createCheckConstraint: Compile<'createCheckConstraint'> = (op, q) =>
	op.online ? validatedLater(op.table, op.constraint, q) : add(op, q);

export const createExcludeConstraint: Compile<'createExcludeConstraint'> = add;

export const createForeignKey: Compile<'createForeignKey'> = (op, q) =>
	op.online ? validatedLater(op.table, op.constraint, q) : add(op, q);

export const createPrimaryKey: Compile<'createPrimaryKey'> = add;

export const createUniqueConstraint: Compile<'createUniqueConstraint'> = (op, q) =>
	op.online ? addUniqueOnline(op.table, op.constraint, q) : add(op, q);

export const validateConstraint: Compile<'validateConstraint'> = ({ name, table }, q) => [validate(table, name, q)];
