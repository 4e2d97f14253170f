import { nodesOf } from '../../dialects/postgresql/catalog/trees.ts';
import { isOn } from '../../dialects/postgresql/facts/definitions.ts';
import { defineRule, NONE } from '../rule.ts';
import { listed, shown, spelled } from '../spelled.ts';

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
			if (!isVacuum || !isOn(options, 'full')) return NONE;
			const tables = nodesOf(rels, 'VacuumRelation').flatMap(({ relation }) => relation ?? []);
			const names = tables.map(shown);
			const message = `VACUUM FULL writes ${listed(names) || 'every table'} anew under the strongest lock`;
			const option = isOn(options, 'analyze') ? '(ANALYZE)' : '';
			const instead = ['VACUUM', option, tables.map(spelled).join(', ')].filter(Boolean).join(' ');
			return [{ object: names.join(', ') || 'every table', message, instead: `${instead};` }];
		},
	},
});
