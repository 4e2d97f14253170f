import { defineConfig } from 'gen-sql';

export default defineConfig({
	dialect: 'postgresql',
	revisions: 'revisions',
	out: 'out',
});
