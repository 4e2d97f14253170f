/** What has to be known of a script whose statements are committed one by one. */
export const COMMITS_EACH = [
	'Outside a transaction each statement is committed as soon as it is done: there, go on with the check at the beginning',
	'of the part, and then with the statement that failed.',
] as const;
