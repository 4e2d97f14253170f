import { rangeCommand } from '../range-command.ts';

export const downgrade = rangeCommand('downgrade', {
	describe: 'Print the script that leads back to a revision. Without a start the range begins at the heads.',
	examples: ['downgrade -1', 'downgrade head:base', 'downgrade ae1027a6acf0:1975ea83b712'],
});
