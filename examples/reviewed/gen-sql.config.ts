import { defineConfig, defineRule } from 'gen-sql';

/** Tables of this project lie in one schema. */
const inApp = defineRule({
	severity: 'error',
	group: 'design',
	about: 'A table that is created in another schema than app.',
	why: 'The roles of the application have rights in app alone.',
	statements: {
		CreateStmt: ({ relation }) =>
			relation?.schemaname === 'app'
				? []
				: [{ object: relation?.relname ?? 'table', message: `the table "${relation?.relname}" is not in app` }],
	},
});

export default defineConfig({
	review: {
		pgVersion: 16,
		rules: { 'missing-lock-timeout': { options: { assumed: true } }, 'prefer-identity': 'off' },
		tables: { 'app.plan': { rows: 12 } },
		ownRules: { 'acme/in-app': inApp },
	},
});
