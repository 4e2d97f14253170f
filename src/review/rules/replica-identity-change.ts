import { defineRule, NONE } from '../rule.ts';

export const replicaIdentityChange = defineRule({
	severity: 'info',
	group: 'clients',
	about: 'ALTER TABLE … REPLICA IDENTITY of a table that the script did not create.',
	why: 'Subscribers find changed rows by other columns from then on, or not at all; FULL writes the whole old row to the log.',
	advice: 'Change it while no subscriber is behind.',
	sources: ['https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-REPLICA-IDENTITY'],
	examples: {
		bad: [
			'ALTER TABLE account REPLICA IDENTITY FULL;',
			'ALTER TABLE app.account REPLICA IDENTITY NOTHING;',
			'ALTER TABLE account REPLICA IDENTITY USING INDEX account_email;',
		],
		good: [
			'CREATE TABLE account (id bigint PRIMARY KEY);\nALTER TABLE account REPLICA IDENTITY FULL;',
			'ALTER TABLE account SET (fillfactor = 80);',
			'ALTER TABLE account CLUSTER ON account_pkey;',
		],
	},
	actions: {
		AT_ReplicaIdentity: ({ table, name }, seen) =>
			seen.isNew(table) ? NONE : [{ object: name, message: `the replica identity of "${name}" is changed` }],
	},
});
