import { column, foreignKey, t } from '../../../src/index.ts';
import type { OperationExamples } from './examples.ts';
import { constraint } from './queries.ts';

export const createForeignKey: OperationExamples = {
	arguments: {
		args: { name: 'fk', sourceTable: 'a', referentTable: 'b', localColumns: ['c'], remoteColumns: ['d'] },
		names: ['name', 'sourceTable', 'referentTable'],
	},
	cases: {
		plain: (op) => op.createForeignKey('fk_message_author', 'message', 'user', ['author_id'], ['id']),
		'named by the server, between schemas': (op) =>
			op.createForeignKey(null, 'message', 'Account', ['tenant', 'user'], ['tenant', 'Id'], {
				sourceSchema: 'chat',
				referentSchema: 'app',
			}),
		'with every option': (op) =>
			op.createForeignKey('fk', 'message', 'account', ['author_id'], ['id'], {
				match: 'FULL',
				onDelete: 'CASCADE',
				onUpdate: 'SET DEFAULT',
				deferrable: true,
				initially: 'IMMEDIATE',
				postgresql: { notValid: true },
			}),
		'restricting, simple': (op) =>
			op.createForeignKey('fk', 'message', 'account', ['author_id'], ['id'], {
				match: 'SIMPLE',
				onDelete: 'RESTRICT',
				onUpdate: 'NO ACTION',
				deferrable: false,
			}),
		'setting some of its columns': (op) => {
			op.createForeignKey('fk', 'message', 'account', ['tenant', 'Author'], ['tenant', 'id'], {
				onDelete: 'SET NULL',
				postgresql: { onDeleteColumns: ['Author'] },
			});
			op.createForeignKey('fk', 'message', 'account', ['a', 'b'], ['a', 'b'], {
				onDelete: 'SET DEFAULT',
				onUpdate: 'SET NULL',
				postgresql: { onDeleteColumns: ['b', 'a'] },
			});
		},
		'of the table itself': (op) => op.createForeignKey('fk', 'node', 'node', ['parent_id'], ['id']),
		'partial, which no server has': (op) =>
			op.createForeignKey('fk', 'message', 'account', ['a', 'b'], ['a', 'b'], { match: 'PARTIAL' }),
		deferred: (op) => op.createForeignKey('fk', 'message', 'account', ['a'], ['b'], { initially: 'DEFERRED' }),
		online: (op) =>
			op.createForeignKey('fk', 'message', 'User', ['a'], ['id'], {
				online: true,
				sourceSchema: 'app',
				onDelete: 'CASCADE',
			}),
		'online without a name': (op) => op.createForeignKey(null, 'message', 'user', ['a'], ['id'], { online: true }),
	},
	scenarios: {
		'that waits for the end of the transaction': {
			up: (op) =>
				op.createForeignKey('fk', 'note', 'user', ['user_id'], ['id'], { deferrable: true, initially: 'DEFERRED' }),
			down: (op) => op.dropConstraint('fk', 'note', 'foreignkey'),
			shows: [constraint('fk'), 'FOREIGN KEY (user_id) REFERENCES "user"(id) DEFERRABLE INITIALLY DEFERRED'],
		},
		'not valid': {
			up: (op) => {
				op.createPrimaryKey('pk_note', 'note', ['id']);
				op.createForeignKey('fk', 'note', 'user', ['user_id'], ['id'], {
					onUpdate: 'CASCADE',
					match: 'FULL',
					postgresql: { notValid: true },
				});
			},
			down: (op) => {
				op.dropConstraint('fk', 'note', 'foreignkey');
				op.dropConstraint('pk_note', 'note', 'primary');
				op.alterColumn('note', 'id', { nullable: true });
			},
			shows: [constraint('fk'), 'FOREIGN KEY (user_id) REFERENCES "user"(id) MATCH FULL ON UPDATE CASCADE NOT VALID'],
		},
		'of the table itself, setting one of its columns': {
			up: (op) => {
				op.createTable('node', [
					column('tenant', t.integer(), { primaryKey: true }),
					column('id', t.integer(), { primaryKey: true }),
					column('Parent', t.integer()),
					column('root', t.integer(), { unique: true, references: foreignKey('node.root') }),
				]);
				op.createForeignKey('fk_node', 'node', 'node', ['tenant', 'Parent'], ['tenant', 'id'], {
					onDelete: 'SET NULL',
					postgresql: { onDeleteColumns: ['Parent'] },
				});
			},
			down: (op) => op.dropTable('node'),
			shows: [
				constraint('fk_node'),
				'FOREIGN KEY (tenant, "Parent") REFERENCES node(tenant, id) ON DELETE SET NULL ("Parent")',
			],
		},
		online: {
			up: (op) => op.createForeignKey('fk', 'note', 'user', ['user_id'], ['id'], { online: true, deferrable: true }),
			down: (op) => op.dropConstraint('fk', 'note', 'foreignkey'),
			shows: [constraint('fk'), 'FOREIGN KEY (user_id) REFERENCES "user"(id) DEFERRABLE'],
		},
	},
};
