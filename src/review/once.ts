/** What is asked several times of the same thing, as of a statement by several rules, is found once; the last one is kept. */
export function once<Subject, Value>(find: (subject: Subject) => Value): (subject: Subject) => Value {
	let known: { readonly subject: Subject; readonly value: Value } | undefined;
	return (subject) => {
		if (known?.subject !== subject) known = { subject, value: find(subject) };
		return known.value;
	};
}
