import * as assert from 'uvu/assert';
import { keyPosition } from '../../src/modules/key-position.ts';
import { suite } from '../support/suite.ts';

suite('modules/key-position', (test) => {
	for (const [source, path, line, column] of [
		['export default {\n\tguard: 1,\n\ttag: 2,\n};', 'tag', 3, 2],
		['export default { guard: 1 };', 'tag', 1, 1],
		[`export default { 'odd key': 1 };`, 'odd key', 1, 18],
		['export default defineConfig({ guard: 1 });', 'guard', 1, 31],
		['const config: Config = { guard: 1 };\nexport default config;', 'guard', 1, 26],
		['const config = defineConfig({ guard: 1 });\nexport default config;', 'guard', 1, 31],
		['export default { guard: 1 } satisfies Config;', 'guard', 1, 18],
		['const a = { guard: 1 };\nexport default { tag: a };', 'guard', 1, 1],
		['export default { hook: { guard: 1 }, guard: 2 };', 'guard', 1, 38],
		['export default { list: [{ guard: 1 }, guard], guard: 2 };', 'guard', 1, 47],
		[`export default { a: \`\${[{ guard: 1 }]}, guard\`, guard: 2 };`, 'guard', 1, 49],
		['export default { a: (x) => ({ guard: x }), guard: 2 };', 'guard', 1, 44],
		['export default { a() { return { guard: 1 }; }, guard: 2 };', 'guard', 1, 48],
		['export default { /* guard: 1, */ tag: "guard", guard };', 'guard', 1, 48],
		['export default { guard: 1, a: f<b, guard>(c) };', 'guard', 1, 18],
		['export default { guard: 1, guard: 2 };', 'guard', 1, 28],
		['export default { guard: 1, ...base };', 'guard', 1, 1],
		['export default { ...base, guard: 1 };', 'guard', 1, 27],
		['export default { databases: { main: { guard: 1 } }, guard: 2 };', 'databases.main.guard', 1, 39],
		['export default { databases: { main: { tag: 1 } } };', 'databases.main.guard', 1, 31],
		['export default { databases: made() };', 'databases.main.guard', 1, 18],
		['export default { databases: { main: own } };', 'databases.main.guard', 1, 31],
		['export default ({ x }) => ({ guard: x });', 'guard', 1, 1],
		['export default make({ guard: 1 }', 'guard', 1, 23],
		['export const guard = 1;', 'guard', 1, 1],
		['', 'guard', 1, 1],
	] as const) {
		test(`finds ${path} in ${JSON.stringify(source)}`, () => {
			assert.equal(keyPosition('/a.ts', source, path.split('.')), { file: '/a.ts', line, column });
		});
	}
});
