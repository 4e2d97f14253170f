import * as assert from 'uvu/assert';
import { keysOf } from '../../src/core/keys.ts';
import { formats, renderReport } from '../../src/report/index.ts';
import { golden } from '../support/golden.ts';
import { suite } from '../support/suite.ts';
import { CONTEXT, EMPTY, many, REVIEW, reviewOf, WITH_ALLOWED } from './sample.ts';

suite('report/formats', (test) => {
	for (const format of keysOf(formats)) {
		test(`${format} prints what was found`, () => {
			golden(`report/report.${format}`, renderReport(REVIEW, format, CONTEXT));
		});

		test(`${format} prints what is allowed, and how much was passed over`, () => {
			golden(`report/allowed.${format}`, renderReport(WITH_ALLOWED, format, CONTEXT));
		});

		test(`${format} prints that nothing was found`, () => {
			golden(`report/clean.${format}`, renderReport({ ...REVIEW, findings: [] }, format, CONTEXT));
		});

		test(`${format} prints that nothing was reviewed`, () => {
			golden(`report/empty.${format}`, renderReport(EMPTY, format, CONTEXT));
		});

		test(`${format} takes 10,000 findings within three seconds of the processor`, () => {
			const review = reviewOf(...many('error', 5000), ...many('warning', 5000));
			const start = process.cpuUsage();
			assert.ok(renderReport(review, format, CONTEXT).length > 1000);
			const { user, system } = process.cpuUsage(start);
			assert.ok(user + system < 3_000_000);
		});
	}
});
