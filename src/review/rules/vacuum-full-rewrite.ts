import { nodesOf, valueText } from '../../dialects/postgresql/catalog/trees.ts';
import { defineRule, NONE } from '../rule.ts';
import { listed, shown } from '../spelled.ts';

export const vacuumFullRewrite = defineRule({
	severity: 'error',
	group: 'locks',
	about: 'VACUUM FULL.',
	why: 'The whole table is written anew, and nobody can read or write it meanwhile.',
	advice:
		'A plain VACUUM makes the room usable again while others work. To give it back to the system, use pg_repack, or a maintenance window.',
	op: "op.autocommitBlock(() => op.execute('VACUUM account'));",
	sources: ['https://www.postgresql.org/docs/current/sql-vacuum.html'],
	beside: ['concurrently-off-switch'],
	examples: {
		bad: ['VACUUM FULL account;', 'VACUUM (FULL, ANALYZE) app.account;', 'VACUUM FULL;'],
		good: ['VACUUM account;', 'VACUUM (FULL false) account;', 'ANALYZE account;'],
	},
	statements: {
		VacuumStmt: ({ options, rels, is_vacuumcmd: isVacuum }) => {
			const isAsked = (option: string): boolean =>
				nodesOf(options, 'DefElem').some(
					({ defname, arg }) => defname === option && !/^(?:false|off|0)$/i.test(valueText(arg)),
				);
			if (!isVacuum || !isAsked('full')) return NONE;
			const tables = nodesOf(rels, 'VacuumRelation').flatMap(({ relation }) => (relation ? shown(relation) : []));
			const names = tables.join(', ');
			const message = `VACUUM FULL writes ${listed(tables) || 'every table'} anew under the strongest lock`;
			const instead = ['VACUUM', isAsked('analyze') ? '(ANALYZE)' : '', names].filter(Boolean).join(' ');
			return [{ object: names || 'every table', message, instead: `${instead};` }];
		},
	},
});
