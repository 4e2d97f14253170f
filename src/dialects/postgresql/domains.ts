import { shownName } from '../../core/names.ts';
import type { CreateDomain } from '../../ops/create-domain.ts';
import { statement } from '../../sql/statement.ts';
import { words } from '../../sql/words.ts';
import type { Compile } from '../dialect.ts';
import { defaultValue } from '../standard/columns.ts';
import { unsupported } from '../unsupported.ts';
import { constraint } from './constraints.ts';
import { typeName } from './types.ts';

/** @see https://www.postgresql.org/docs/current/sql-createdomain.html */
export const createDomain: Compile<'createDomain'> = (op, q) => {
	const { domain, type, notNull, serverDefault, constraints } = op;
	checkValid(op);
	return [
		statement(
			words(
				'CREATE DOMAIN',
				typeName(domain),
				'AS',
				q.type(type),
				serverDefault !== undefined && words('DEFAULT', defaultValue(serverDefault, type, q)),
				notNull && 'NOT NULL',
				...constraints.map((item) => constraint(item, q)),
			),
		),
	];
};

/** The server takes neither word in a domain. */
function checkValid({ domain, constraints }: CreateDomain): void {
	for (const { postgresql = {} } of constraints) {
		if (!postgresql.notValid && !postgresql.noInherit) continue;
		const word = postgresql.notValid ? 'NOT VALID' : 'NO INHERIT';
		unsupported('postgresql', `give the domain "${shownName(domain)}" a check that is ${word}`, 'leave it out');
	}
}

export const dropDomain: Compile<'dropDomain'> = ({ domain, ifExists, cascade }) => [
	statement(words('DROP DOMAIN', ifExists && 'IF EXISTS', typeName(domain), cascade && 'CASCADE')),
];
