import { type Test, suite as uvuSuite } from 'uvu';

/**
 * Declare and run a uvu suite.
 *
 * Plain uvu skips a suite in silence when `.run()` is forgotten, or when it holds no test; here neither can happen.
 */
export function suite(name: string, define: (test: Test) => void): void {
	const test = uvuSuite(name);
	let count = 0;
	const counting = Object.assign(
		(title: string, run: Parameters<Test>[1]) => {
			count++;
			test(title, run);
		},
		{
			before: test.before,
			after: test.after,
			skip: (...given: Parameters<Test>) => {
				count++;
				test.skip(...given);
			},
			only: test.only,
			run: test.run,
		},
	);
	define(counting as Test);
	if (count === 0) throw new Error(`the suite "${name}" holds no test`);
	test.run();
}
