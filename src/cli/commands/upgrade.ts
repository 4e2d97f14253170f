import { rangeCommand } from '../range-command.ts';

export const upgrade = rangeCommand('upgrade', {
	describe:
		'Print the script that leads up to a revision. Without a start the range begins at the base: an empty database.',
	examples: [
		'upgrade base:head',
		'upgrade head --output deploy.sql',
		'upgrade 1975ea83b712:+2',
		'upgrade 1975ea83b712:head --locks --pg-version 16',
	],
});
