/**
 * every position that takes a name or a value
 *
 * Revision ID: positions
 * Revises:
 */
import {
	checkConstraint,
	column,
	excludeConstraint,
	ident,
	type Op,
	primaryKeyConstraint,
	sql,
	t,
	table,
} from 'gen-sql';

export const revision = 'positions';
export const downRevision = null;

/** What each position is given. */
export interface Subject {
	/** Names, all different. */
	readonly names: Readonly<Record<NamePosition, string>>;
	readonly texts: Readonly<Record<TextPosition, string>>;
}

export const NAME_POSITIONS = [
	'schema',
	'createdTable',
	'table',
	'key',
	'createdColumn',
	'column',
	'reference',
	'list',
	'document',
	'addedColumn',
	'primaryKey',
	'unique',
	'foreignKey',
	'check',
	'exclude',
	'index',
] as const;

export const TEXT_POSITIONS = [
	'tableComment',
	'columnComment',
	'createdDefault',
	'default',
	'row',
	'item',
	'document',
	'check',
	'where',
	'executed',
] as const;

type NamePosition = (typeof NAME_POSITIONS)[number];
type TextPosition = (typeof TEXT_POSITIONS)[number];

/** The subjects come in as text: the revision is loaded and rendered as any other. */
const subjects = (op: Op): readonly Subject[] => JSON.parse(op.getContext().x['subjects'] ?? '[]');

export function upgrade(op: Op): void {
	for (const { names, texts } of subjects(op)) {
		const { schema } = names;
		op.execute(sql`CREATE SCHEMA ${ident(schema)}`);
		const created = op.createTable(
			names.createdTable,
			[
				column(names.key, t.integer()),
				column(names.createdColumn, t.text(), { serverDefault: texts.createdDefault }),
				column(names.reference, t.integer()),
				column(names.list, t.array(t.text())),
				column(names.document, t.jsonb()),
				primaryKeyConstraint([names.key], { name: names.primaryKey }),
				checkConstraint(sql`length(${texts.check}) >= 0`, { name: names.check }),
				excludeConstraint([[names.key, '=']], { name: names.exclude, using: 'btree' }),
			],
			{ schema, comment: texts.tableComment },
		);
		op.bulkInsert(created, [
			{ [names.key]: 1, [names.createdColumn]: texts.row },
			{ [names.key]: 2, [names.list]: [texts.item], [names.document]: { [texts.document]: texts.document } },
		]);
		op.renameTable(names.createdTable, names.table, { schema });
		op.alterColumn(names.table, names.createdColumn, {
			serverDefault: texts.default,
			comment: texts.columnComment,
			newColumnName: names.column,
			schema,
		});
		op.addColumn(names.table, column(names.addedColumn, t.text()), { schema });
		op.execute(sql`UPDATE ${ident(schema, names.table)} SET ${ident(names.addedColumn)} = ${texts.executed}`);
		op.bulkInsert(table(names.table, [column(names.key, t.integer())], { schema }), [{ [names.key]: 3 }]);
		op.createUniqueConstraint(names.unique, names.table, [names.key], {
			schema,
			postgresql: { include: [names.column] },
		});
		op.createForeignKey(names.foreignKey, names.table, names.table, [names.reference], [names.key], {
			sourceSchema: schema,
			referentSchema: schema,
		});
		op.createIndex(names.index, names.table, [names.column, sql`lower(${ident(names.addedColumn)})`], {
			schema,
			postgresql: { where: sql`length(${texts.where}) >= 0` },
		});
	}
}

export function downgrade(op: Op): void {
	for (const { names } of subjects(op)) {
		const { schema, table: name } = names;
		op.dropIndex(names.index, name, { schema });
		op.dropConstraint(names.foreignKey, name, 'foreignkey', { schema });
		op.dropConstraint(names.unique, name, 'unique', { schema });
		op.dropColumn(name, names.addedColumn, { schema });
		op.renameTable(name, names.createdTable, { schema });
		op.dropTable(names.createdTable, { schema });
		op.execute(sql`DROP SCHEMA ${ident(schema)}`);
	}
}
